package org.motorpool.dispatch.assignment;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.registry.ChargerFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.planner.contract.DayApi;

/**
 * What a day knows of the energy of its vehicles. A battery is full at midnight, charged where the vehicle is parked, and has given what
 * the trips that are over took since; how full it is no terminal tells. A vehicle without a range on file is never short.
 *
 * @param rules in force on the day
 * @param chargers in service
 * @param driven_m metres of the day's trips that are over, by vehicle
 */
record Batteries(List<BatteryRule> rules, List<ChargerFile> chargers, Map<UUID, Long> driven_m) {

    /** Nothing is known, and nobody is short. */
    static final Batteries UNKNOWN = new Batteries(List.of(), List.of(), Map.of());

    private static final String ELECTRIC = "BEV";
    private static final int M_PER_KM = 1000;
    private static final int W_PER_KW = 1000;

    /** Of several chargers at one place, so many sockets at most. */
    private static final int MOST_SOCKETS = 100;

    Batteries {
        rules = List.copyOf(rules);
        chargers = List.copyOf(chargers);
        driven_m = Map.copyOf(driven_m);
    }

    /** Whether it may be short: an electric vehicle with its range on file. */
    static boolean mayBeShort(VehicleFile vehicle) {
        return vehicle.energyType().equals(ELECTRIC) && vehicle.particulars().electricRange_km() != null;
    }

    /** Whether it may be short by the rules of its place. */
    boolean limits(VehicleFile vehicle) {
        return mayBeShort(vehicle) && rule(vehicle).isPresent();
    }

    /** @param energy in the planner's words */
    DayApi.Tank tank(VehicleFile vehicle, String energy) {
        Integer range_km = vehicle.particulars().electricRange_km();
        Optional<BatteryRule> rule = rule(vehicle);
        return range_km == null || !mayBeShort(vehicle) || rule.isEmpty()
                ? new DayApi.Tank(energy, 0, 0, 0, 0, List.of())
                : tank(vehicle, energy, range_km, rule.get());
    }

    private DayApi.Tank tank(VehicleFile vehicle, String energy, int range_km, BatteryRule rule) {
        int range_m = range_km * M_PER_KM / 100 * rule.usable_percent();
        Double power_kW = vehicle.particulars().chargingPower_kW();
        return new DayApi.Tank(
                energy,
                range_m,
                (int) Math.max(0, range_m - driven_m.getOrDefault(vehicle.id(), 0L)),
                (int) ((power_kW == null ? rule.default_power_kW() : power_kW) * W_PER_KW),
                use_wh_km(vehicle, rule),
                nearest(vehicle, rule.nearest()));
    }

    /** More than its maker says by as much as the range is less. */
    private static int use_wh_km(VehicleFile vehicle, BatteryRule rule) {
        Double nominal = vehicle.particulars().nominal_kWh_per_100km();
        double kWh_per_100km = nominal == null ? rule.default_kWh_per_100km() : nominal;
        return (int) Math.ceil(kWh_per_100km * 10 * 100 / rule.usable_percent());
    }

    private List<DayApi.Place> nearest(VehicleFile vehicle, int most) {
        return chargers.stream()
                .filter(charger -> charger.serves(vehicle))
                .map(charger -> charger.view().place())
                .sorted(Comparator.comparingDouble(place -> apart(vehicle.home(), place)))
                .map(DayTask::place)
                .distinct()
                .limit(most)
                .toList();
    }

    /** In no unit: what is nearer is less. */
    private static double apart(Place one, Place other) {
        double east = (one.longitude() - other.longitude()) * Math.cos(Math.toRadians(one.latitude()));
        return Math.hypot(one.latitude() - other.latitude(), east);
    }

    /** Where these vehicles charge; of several chargers at one place the weakest says how fast. */
    List<DayApi.Charger> chargers(Collection<DayApi.Vehicle> vehicles) {
        List<DayApi.Place> used = vehicles.stream()
                .flatMap(vehicle -> vehicle.tank().chargingPlaces().stream())
                .distinct()
                .toList();
        Map<DayApi.Place, DayApi.Charger> byPlace = chargers.stream()
                .map(charger -> new DayApi.Charger(
                        DayTask.place(charger.view().place()),
                        (int) (charger.view().power_kW() * W_PER_KW),
                        charger.view().sockets()))
                .collect(groupingBy(DayApi.Charger::place, collectingAndThen(toList(), Batteries::asOne)));
        return used.stream()
                .flatMap(place -> Stream.ofNullable(byPlace.get(place)))
                .toList();
    }

    private static DayApi.Charger asOne(List<DayApi.Charger> alike) {
        return new DayApi.Charger(
                alike.getFirst().place(),
                alike.stream().mapToInt(DayApi.Charger::power_w).min().orElse(0),
                Math.min(
                        MOST_SOCKETS,
                        alike.stream().mapToInt(DayApi.Charger::sockets).sum()));
    }

    private Optional<BatteryRule> rule(VehicleFile vehicle) {
        return RegionCode.levels(vehicle.regionCode()).reversed().stream()
                .flatMap(place ->
                        rules.stream().filter(rule -> rule.jurisdiction().equals(place)))
                .findFirst();
    }
}
