package org.motorpool.dispatch.sizing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motorpool.dispatch.contract.FleetSizingApi.CategoryFleet;
import org.motorpool.dispatch.contract.FleetSizingApi.LeastFleet;
import org.motorpool.planner.contract.FleetApi;

/** What the planner counted part by part: of each fleet the greatest need. */
final class LeastFleets {

    private static final String ALL = "ALL";
    private static final double PERCENT = 100;

    private record Key(String level, String code, String category) {}

    private record Fleet(int vehicles, int beyondRange) {
        static final Fleet NONE = new Fleet(0, 0);

        Fleet withMost(Fleet other) {
            return new Fleet(Math.max(vehicles, other.vehicles), Math.max(beyondRange, other.beyondRange));
        }

        int electric() {
            return vehicles - beyondRange;
        }
    }

    private final Map<Key, Fleet> fleets = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private long uses;

    /** Trips that were read, each once. */
    void read(List<DrivenUse> driven) {
        uses += driven.size();
        driven.forEach(use -> names.put(use.unitCode(), use.unitName()));
    }

    void add(FleetApi.CircleNeeds counted) {
        counted.needs()
                .forEach(need -> fleets.merge(
                        new Key(need.level(), need.code(), need.category()),
                        new Fleet(need.vehicles(), need.beyondRange()),
                        Fleet::withMost));
    }

    long uses() {
        return uses;
    }

    /** By category, each with what sharing saves. */
    List<CategoryFleet> categories() {
        Map<String, Map<String, Integer>> byLevel = new TreeMap<>();
        fleets.forEach((key, fleet) -> byLevel.computeIfAbsent(key.category(), _ -> new HashMap<>())
                .merge(key.level(), fleet.vehicles(), Integer::sum));
        return byLevel.entrySet().stream()
                .map(category -> category(category.getKey(), category.getValue()))
                .toList();
    }

    private CategoryFleet category(String category, Map<String, Integer> vehicles) {
        int alone = vehicles.getOrDefault("UNIT", 0);
        Fleet shared = fleets.getOrDefault(new Key(ALL, "", category), Fleet.NONE);
        int saved = alone - shared.vehicles();
        return new CategoryFleet(
                category,
                alone,
                vehicles.getOrDefault("COUNTY", 0),
                vehicles.getOrDefault("CITY", 0),
                shared.vehicles(),
                saved,
                percent(saved, alone),
                shared.electric());
    }

    /** To two digits. */
    static double percent(long part, long whole) {
        return whole == 0 ? 0 : Math.round(PERCENT * PERCENT * part / whole) / PERCENT;
    }

    /** Of units, counties and cities, the largest first. */
    List<LeastFleet> needs() {
        return fleets.entrySet().stream()
                .filter(fleet -> !fleet.getKey().level().equals(ALL))
                .map(fleet -> need(fleet.getKey(), fleet.getValue()))
                .sorted(Comparator.comparingInt(LeastFleet::vehicles)
                        .reversed()
                        .thenComparing(LeastFleet::level)
                        .thenComparing(LeastFleet::code)
                        .thenComparing(LeastFleet::category))
                .toList();
    }

    private LeastFleet need(Key key, Fleet fleet) {
        String name = key.level().equals("UNIT") ? names.get(key.code()) : null;
        return new LeastFleet(key.level(), key.code(), name, key.category(), fleet.vehicles(), fleet.electric());
    }
}
