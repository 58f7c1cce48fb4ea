package org.motorpool.dispatch.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.compliance.Plates;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleParticulars;
import org.motorpool.dispatch.registry.VehicleState;

/** Reads the rows of a ledger one by one, each as the file of a vehicle; it remembers VINs and plates of those before. */
final class RowReader {

    private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
    private static final Pattern TIER = Pattern.compile("[A-Z][A-Z_]{1,11}");
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final Set<String> WITHOUT_ENGINE = Set.of("BEV", "FCEV");
    private static final Set<String> PLUGGED_IN = Set.of("BEV", "PHEV", "EREV");

    private final Known known;
    private final Map<String, Integer> vins = new HashMap<>();
    private final Map<String, Integer> plates = new HashMap<>();

    RowReader(Known known) {
        this.known = known;
    }

    /** The file the row would be; null when something is wrong with it, which the cells then tell. */
    @Nullable
    VehicleFile read(LedgerRow row, RowCells cells) {
        String vin = vin(row, cells);
        Unit unit = unit(cells);
        String energyType = cells.code(Column.ENERGY_TYPE, Words.ENERGY_TYPES);
        String colour = cells.code(Column.PLATE_COLOUR, Words.COLOURS);
        String plate = plate(row, cells, colour, energyType);
        String category = category(cells, unit);
        String bodyType = cells.code(Column.BODY_TYPE, Words.BODY_TYPES);
        String brand = cells.text(Column.BRAND, 40);
        String model = cells.text(Column.MODEL, 60);
        Long seats = cells.whole(Column.SEATS, 1, 60);
        Long price = cells.fen(Column.PRICE, 1);
        Double displacement = displacement(cells, energyType);
        LocalDate registeredOn = cells.day(Column.REGISTERED_ON, FIRST_DAY, known.today());
        String kind = row.cells().containsKey(Column.KIND) ? cells.code(Column.KIND, Words.KINDS) : "NEW";
        VehicleParticulars particulars = particulars(row, cells, registeredOn, energyType);
        VehicleApi.Place home = home(cells, unit);
        if (!cells.errors().isEmpty() || unit == null || home == null || registeredOn == null) {
            return null;
        }
        return new VehicleFile(
                Ids.next(),
                given(plate),
                given(colour),
                given(vin),
                unit.id(),
                unit.path(),
                unit.name(),
                unit.regionCode(),
                given(category),
                given(bodyType),
                given(energyType),
                given(brand),
                given(model),
                Math.toIntExact(given(seats)),
                given(price),
                given(displacement),
                home,
                VehicleState.IDLE,
                registeredOn,
                given(kind),
                particulars);
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value, "a row without errors has every required cell");
    }

    private @Nullable String vin(LedgerRow row, RowCells cells) {
        String vin = cells.text(Column.VIN, 40);
        if (vin == null) {
            return null;
        }
        if (!VIN.matcher(vin).matches()) {
            cells.wrong(
                    Column.VIN,
                    "“%s”应为 17 位大写字母和数字，不含 I、O、Q".formatted(vin),
                    "\"%s\" must be 17 capitals and digits without I, O and Q".formatted(vin));
            return null;
        }
        Integer before = vins.putIfAbsent(vin, row.number());
        if (before != null) {
            cells.wrong(Column.VIN, "与第 %d 行重复".formatted(before), "is in row %d already".formatted(before));
        }
        return vin;
    }

    private @Nullable String plate(
            LedgerRow row, RowCells cells, @Nullable String colour, @Nullable String energyType) {
        String plate = cells.text(Column.PLATE, 20);
        if (plate == null) {
            return null;
        }
        if (colour != null && energyType != null) {
            checkPlate(cells, plate, colour, energyType);
        }
        Integer before = plates.putIfAbsent(plate, row.number());
        if (before != null) {
            cells.wrong(Column.PLATE, "与第 %d 行重复".formatted(before), "is in row %d already".formatted(before));
        }
        return plate;
    }

    private static void checkPlate(RowCells cells, String plate, String colour, String energyType) {
        try {
            Plates.check(plate, colour, energyType);
        } catch (ProblemException refused) {
            String[] said = refused.problem().detail().split(" / ", 2);
            boolean ofColour = "plateColour".equals(refused.problem().field());
            cells.wrong(ofColour ? Column.PLATE_COLOUR : Column.PLATE, words(said[0]), words(said[1]));
        }
    }

    /** Without the name of the field, which the error has already. */
    private static String words(String said) {
        return said.substring(said.indexOf(' ') + 1);
    }

    private @Nullable Unit unit(RowCells cells) {
        String code = cells.text(Column.UNIT, 40);
        Unit unit = code == null ? null : known.units().get(code);
        if (code != null && unit == null) {
            cells.wrong(
                    Column.UNIT,
                    "单位“%s”不存在或不在您的管理范围内".formatted(code),
                    "unit \"%s\" does not exist or is outside your scope".formatted(code));
        }
        return unit;
    }

    private VehicleApi.@Nullable Place home(RowCells cells, @Nullable Unit unit) {
        VehicleApi.Place home = unit == null ? null : known.places().get(unit.id());
        if (unit != null && home == null) {
            cells.wrong(
                    Column.UNIT,
                    "单位“%s”没有定点停放地点，请先登记".formatted(unit.name()),
                    "unit \"%s\" has no parking place; register one first".formatted(unit.name()));
        }
        return home;
    }

    private @Nullable String category(RowCells cells, @Nullable Unit unit) {
        String category = cells.text(Column.CATEGORY, 20);
        if (category == null || unit == null) {
            return category;
        }
        Set<String> codes = known.categories().getOrDefault(unit.provinceCode(), Set.of());
        if (!codes.contains(category)) {
            String all = String.join(", ", codes.stream().sorted().toList());
            cells.wrong(
                    Column.CATEGORY,
                    "“%s”不在类别代码表中，应为 %s".formatted(category, all),
                    "\"%s\" is not in the code list; use one of %s".formatted(category, all));
        }
        return category;
    }

    private static @Nullable Double displacement(RowCells cells, @Nullable String energyType) {
        BigDecimal litres = cells.number(Column.DISPLACEMENT, BigDecimal.ZERO, BigDecimal.valueOf(15));
        if (litres == null || energyType == null) {
            return null;
        }
        boolean none = WITHOUT_ENGINE.contains(energyType);
        if (none != (litres.signum() == 0)) {
            cells.wrong(
                    Column.DISPLACEMENT,
                    none ? "纯电动、燃料电池车辆应为 0" : "应大于 0",
                    none ? "must be 0 for battery and fuel-cell vehicles" : "must be above 0");
        }
        return litres.doubleValue();
    }

    private VehicleParticulars particulars(
            LedgerRow row, RowCells cells, @Nullable LocalDate registeredOn, @Nullable String energyType) {
        Long tax = cells.fen(Column.PURCHASE_TAX, 0);
        Long stage = cells.whole(Column.EMISSION_STAGE, 1, 7);
        LocalDate first = registeredOn == null ? FIRST_DAY : registeredOn;
        String confidential = cells.code(Column.CONFIDENTIAL, Words.YES_NO);
        Long range = cells.whole(Column.ELECTRIC_RANGE, 20, 1500);
        requirePlug(row, cells, energyType);
        return new VehicleParticulars(
                tier(row, cells),
                "GENERAL",
                "true".equals(confidential),
                "UNASSESSED",
                tax == null ? 0 : tax,
                cells.text(Column.OWNER, 100),
                cells.text(Column.ENGINE_NUMBER, 40),
                cells.day(Column.IN_USE_SINCE, first, known.today()),
                cells.whole(Column.ODOMETER, 0, 2_000_000),
                cells.quantity(Column.TANK, 1000),
                cells.quantity(Column.NOMINAL_FUEL, 100),
                cells.quantity(Column.NOMINAL_POWER, 300),
                cells.code(Column.FUEL, Words.FUELS),
                stage == null ? null : Integer.valueOf(stage.intValue()),
                range == null ? null : Integer.valueOf(range.intValue()),
                power(cells));
    }

    private static @Nullable Double power(RowCells cells) {
        BigDecimal power = cells.number(Column.CHARGING_POWER, BigDecimal.ONE, BigDecimal.valueOf(600));
        return power == null ? null : Double.valueOf(power.doubleValue());
    }

    private static void requirePlug(LedgerRow row, RowCells cells, @Nullable String energyType) {
        if (energyType == null || PLUGGED_IN.contains(energyType)) {
            return;
        }
        for (Column column : List.of(Column.ELECTRIC_RANGE, Column.CHARGING_POWER)) {
            if (row.cells().containsKey(column)) {
                cells.wrong(column, "只适用于可充电车辆", "is of vehicles that are charged");
            }
        }
    }

    private static String tier(LedgerRow row, RowCells cells) {
        String tier = row.cells().getOrDefault(Column.TIER, "BASE");
        if (!TIER.matcher(tier).matches()) {
            cells.wrong(Column.TIER, "应为 2 至 12 位大写字母代码", "must be a code of 2 to 12 capitals");
        }
        return tier;
    }
}
