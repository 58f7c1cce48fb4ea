package org.motorpool.dispatch.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.registry.VehicleParticulars.Battery;

/** The tables the demo world is made from, read from {@code /demo/*.csv}. */
final class DemoTables {

    /**
     * A region and its fleet office.
     *
     * @param prefix how the names of its units begin
     * @param office how the name of its fleet office ends
     * @param plates begin of its number plates
     * @param place where the fleet office parks
     */
    record Region(
            String code,
            String name,
            String level,
            String parent,
            String prefix,
            String office,
            String plates,
            Place place) {

        String province() {
            return RegionCode.province(code);
        }

        /** 市辖区 is a placeholder of GB/T 2260 under a municipality, without departments of its own. */
        boolean hasDepartments() {
            return !name.endsWith("市辖区");
        }
    }

    /** A department of the regions of a level, and how far from the fleet office it parks. */
    record Department(String level, String suffix, String kind, String name, double north_m, double east_m) {}

    /**
     * A vehicle model.
     *
     * @param battery null of one that is not electric
     */
    record Model(
            String key,
            String wmi,
            String brand,
            String model,
            String bodyType,
            String energyType,
            int seats,
            long price_fen,
            double displacement_l,
            @Nullable Battery battery) {

        /** Plugs in or runs on hydrogen: green plates, and an addition that counts. */
        boolean isNewEnergy() {
            return !energyType.equals("ICE") && !energyType.equals("HEV");
        }
    }

    /** One vehicle of the units of a level and department; the models are taken in turn. */
    record Post(String level, String suffix, String category, List<String> models) {
        Post {
            models = List.copyOf(models);
        }
    }

    /** How many vehicles a province put on file this year. */
    record Additions(String province, int all, int newEnergy) {}

    private DemoTables() {}

    static List<Region> regions() {
        return read(
                "regions",
                row -> new Region(
                        row[0],
                        row[1],
                        row[2],
                        row[3],
                        row[4],
                        row[5],
                        row[6],
                        new Place(row[7], Double.parseDouble(row[8]), Double.parseDouble(row[9]))));
    }

    static List<Department> departments() {
        return read(
                "departments",
                row -> new Department(
                        row[0], row[1], row[2], row[3], Double.parseDouble(row[4]), Double.parseDouble(row[5])));
    }

    static List<Model> models() {
        return read(
                "models",
                row -> new Model(
                        row[0],
                        row[1],
                        row[2],
                        row[3],
                        row[4],
                        row[5],
                        Integer.parseInt(row[6]),
                        Long.parseLong(row[7]) * 100,
                        Double.parseDouble(row[8]),
                        battery(row)));
    }

    private static @Nullable Battery battery(String[] row) {
        return row[9].isEmpty()
                ? null
                : new Battery(Integer.parseInt(row[9]), Double.parseDouble(row[10]), Double.parseDouble(row[11]));
    }

    static List<Post> fleet() {
        return read("fleet", row -> new Post(row[0], row[1], row[2], List.of(row[3].split("\\|", -1))));
    }

    static List<Additions> additions() {
        return read("additions", row -> new Additions(row[0], Integer.parseInt(row[1]), Integer.parseInt(row[2])));
    }

    /** Rows of a table, split at commas; lines with # are comments. */
    static <T> List<T> read(String table, Function<String[], T> row) {
        InputStream resource = DemoTables.class.getResourceAsStream("/demo/" + table + ".csv");
        if (resource == null) {
            throw new IllegalStateException("/demo/%s.csv is not on the class path".formatted(table));
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> row.apply(line.split(",", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
