package org.motorpool.dispatch.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.UnitApi;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.demo.DemoTables.Department;
import org.motorpool.dispatch.demo.DemoTables.Region;
import org.motorpool.dispatch.organisation.Unit;

/** The tree of units: the nation, a fleet office per region, departments below it. */
final class DemoUnits {

    static final String NATION = "100000";

    /** The suffix of the fleet office itself, which has the region's code alone. */
    static final String OFFICE = "00";

    private static final double METRES_PER_DEGREE = 111_320;

    /** A unit that has vehicles, and where they park. */
    record Site(Unit unit, Region region, String suffix, Place parking) {}

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final List<Site> sites = new ArrayList<>();
    private final List<Region> regions = DemoTables.regions();

    DemoUnits() {
        Unit nation = unit(NATION, "全国公务用车综合平台（演示）", "NATION", NATION, null);
        units.put(NATION, nation);
        List<Department> departments = DemoTables.departments();
        regions.forEach(region -> add(region, departments));
    }

    List<UnitApi.Region> regions() {
        List<UnitApi.Region> all = new ArrayList<>();
        all.add(new UnitApi.Region(NATION, "全国", "NATION", null));
        regions.forEach(
                region -> all.add(new UnitApi.Region(region.code(), region.name(), region.level(), region.parent())));
        return all;
    }

    List<Unit> units() {
        return List.copyOf(units.values());
    }

    List<Site> sites() {
        return List.copyOf(sites);
    }

    Unit get(String code) {
        Unit unit = units.get(code);
        if (unit == null) {
            throw new IllegalStateException("the demo has no unit " + code);
        }
        return unit;
    }

    private void add(Region region, List<Department> departments) {
        Unit office = unit(
                region.code(), region.prefix() + region.office(), region.level(), region.code(), get(region.parent()));
        site(office, region, OFFICE, region.place());
        if (region.hasDepartments()) {
            departments.stream()
                    .filter(department -> isOf(department, region, departments))
                    .forEach(department -> add(region, office, department));
        }
    }

    private void add(Region region, Unit office, Department department) {
        Unit unit = unit(
                region.code() + department.suffix(),
                region.prefix() + department.name(),
                region.level(),
                region.code(),
                office);
        site(unit, region, department.suffix(), place(region, department));
    }

    private void site(Unit unit, Region region, String suffix, Place parking) {
        units.put(unit.code(), unit);
        sites.add(new Site(unit, region, suffix, parking));
    }

    /** The row for the ending of the region's name, or the one for any. */
    private static boolean isOf(Department department, Region region, List<Department> all) {
        if (!department.level().equals(region.level())) {
            return false;
        }
        boolean special = all.stream()
                .anyMatch(other -> other.level().equals(region.level())
                        && other.suffix().equals(department.suffix())
                        && region.name().endsWith(other.kind()));
        return special
                ? region.name().endsWith(department.kind())
                : department.kind().equals("*");
    }

    private static Place place(Region region, Department department) {
        double latitude = region.place().latitude() + department.north_m() / METRES_PER_DEGREE;
        double shrink = Math.cos(Math.toRadians(latitude));
        double longitude = region.place().longitude() + department.east_m() / (METRES_PER_DEGREE * shrink);
        return new Place(region.prefix() + department.name(), latitude, longitude);
    }

    private static Unit unit(String code, String name, String level, String regionCode, @Nullable Unit parent) {
        return new Unit(
                Ids.next(),
                code,
                name,
                level,
                regionCode,
                parent == null ? null : parent.id(),
                (parent == null ? "/" : parent.path()) + code + "/");
    }
}
