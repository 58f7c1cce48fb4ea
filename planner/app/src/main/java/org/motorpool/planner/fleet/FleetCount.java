package org.motorpool.planner.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.FleetApi;
import org.motorpool.planner.contract.FleetApi.CircleNeed;
import org.motorpool.planner.contract.FleetApi.Use;
import org.motorpool.planner.search.FleetSizing;

/** One question of fleet sizing: day by day and category by category, so that no more than a day is in memory at a time. */
final class FleetCount {

    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;

    private final FleetApi.Uses uses;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> codes = new ArrayList<>();
    private final Map<String, FleetSizing> sizings = new TreeMap<>();

    FleetCount(FleetApi.Uses uses) {
        this.uses = uses;
    }

    FleetApi.CircleNeeds needs() {
        check();
        uses.days().forEach(this::count);
        List<CircleNeed> needs = new ArrayList<>();
        sizings.forEach((category, sizing) -> {
            FleetSizing.Sizes sizes = sizing.sizes();
            sizes.units().forEach((unit, fleet) -> needs.add(need("UNIT", codes.get(unit), category, fleet)));
            sizes.counties().forEach((county, fleet) -> needs.add(need("COUNTY", codes.get(county), category, fleet)));
            sizes.cities().forEach((city, fleet) -> needs.add(need("CITY", codes.get(city), category, fleet)));
            needs.add(need("ALL", "", category, sizes.pooled()));
        });
        return new FleetApi.CircleNeeds(needs);
    }

    private static CircleNeed need(String level, String code, String category, FleetSizing.Fleet fleet) {
        return new CircleNeed(level, code, category, fleet.vehicles(), fleet.vehicles() - fleet.electric());
    }

    private void check() {
        if (uses.range_km() < 1) {
            throw UsesRefused.invalid("range_km", "须为 1 或以上", "must be 1 or more");
        }
        int count = uses.days().stream().mapToInt(day -> day.uses().size()).sum();
        if (count > FleetApi.MOST) {
            throw UsesRefused.tooMany(count, FleetApi.MOST);
        }
        for (FleetApi.Day day : uses.days()) {
            require(day.midnight(), "midnight");
            day.uses().forEach(FleetCount::check);
        }
    }

    private static void check(Use use) {
        require(use.unit(), "unit");
        require(use.county(), "county");
        require(use.city(), "city");
        require(use.category(), "category");
        require(use.from(), "from");
        require(use.to(), "to");
        String item = "use of " + use.unit();
        if (use.from().isAfter(use.to())) {
            throw UsesRefused.invalid(item, "的结束早于开始", "ends before it begins");
        }
        if (!isOnEarth(use.pickup()) || !isOnEarth(use.dropoff())) {
            throw UsesRefused.invalid(item, "没有有效坐标", "has no coordinates");
        }
    }

    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw UsesRefused.missing(field);
        }
    }

    private static boolean isOnEarth(DayApi.@Nullable Place place) {
        return place != null
                && Math.abs(place.latitude()) <= MOST_LATITUDE
                && Math.abs(place.longitude()) <= MOST_LONGITUDE;
    }

    private void count(FleetApi.Day day) {
        day.uses().stream()
                .collect(Collectors.groupingBy(Use::category, TreeMap::new, Collectors.toList()))
                .forEach((category, own) -> sizings.computeIfAbsent(category, _ -> new FleetSizing(uses.range_km()))
                        .add(new UsedDay(day.midnight(), own).sized(this::owner)));
    }

    /** A county and a city of one code are two numbers. */
    private FleetSizing.Owner owner(Use use) {
        return new FleetSizing.Owner(
                number("unit ", use.unit()), number("county ", use.county()), number("city ", use.city()));
    }

    private int number(String level, String code) {
        return numbers.computeIfAbsent(level + code, _ -> {
            codes.add(code);
            return codes.size() - 1;
        });
    }
}
