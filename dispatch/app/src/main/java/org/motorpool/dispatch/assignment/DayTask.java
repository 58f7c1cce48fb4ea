package org.motorpool.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.duty.Absence;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.planner.contract.DayApi;

/**
 * Puts a day into the planner's words. Orders are pinned rides of their vehicles, unless they may move; where an order has another
 * driver than the one on duty with its vehicle, both count as promised in its period. Drivers on duty with no vehicle are free.
 */
final class DayTask {

    private static final int ANY_BAGGAGE = 99;

    /** A driver without shifts is available at any time: also on the way before the day, and home after it. */
    static final Duration AROUND = Duration.ofHours(4);

    /** The fuels of the planner, and whose running cost each has; a fuel-cell vehicle is priced like a plug-in hybrid. */
    private static final Map<String, String> PRICED_AS =
            Map.of("ELECTRIC", "BEV", "HYBRID", "PHEV", "PETROL", "ICE", "DIESEL", "HEV");

    private static final Map<String, String> ENERGY = Map.of(
            "BEV", "ELECTRIC", "PHEV", "HYBRID", "EREV", "HYBRID", "FCEV", "HYBRID", "HEV", "DIESEL", "ICE", "PETROL");

    private final DayCandidates candidates;
    private final Map<UUID, DriverFile> driverOf;
    private final Map<UUID, List<DayApi.Window>> absences;
    private final Map<UUID, VehicleFile> vehicles;
    private final Movable movable;
    private final SpareDrivers spare;

    /** A day whose orders stay where they are. */
    DayTask(DayCandidates candidates) {
        this(candidates, Movable.NOTHING);
    }

    DayTask(DayCandidates candidates, Movable movable) {
        this.candidates = candidates;
        this.movable = movable;
        this.vehicles = candidates.vehicles().stream().collect(Collectors.toMap(VehicleFile::id, Function.identity()));
        this.driverOf = candidates.drivers().stream()
                .filter(driver -> driver.vehicleId() != null && vehicles.containsKey(driver.vehicleId()))
                .collect(Collectors.toMap(DriverFile::vehicleId, Function.identity(), (first, _) -> first));
        this.spare = new SpareDrivers(candidates, driverOf.keySet());
        this.absences = candidates.absences().stream()
                .collect(Collectors.groupingBy(
                        Absence::driverId, Collectors.mapping(DayTask::window, Collectors.toList())));
    }

    /**
     * The facts of the day.
     *
     * @param now what has begun by then stays
     * @param further rides beside those of the orders
     * @param weights what the units count as a cost beside kilometres
     */
    DayApi.Facts facts(String snapshot, Instant now, List<DayApi.Ride> further, DayApi.Weights weights) {
        List<DayApi.Vehicle> fleet =
                candidates.vehicles().stream().map(this::vehicle).toList();
        return new DayApi.Facts(
                snapshot,
                candidates.midnight(),
                now.isAfter(candidates.midnight()) ? now : null,
                0,
                units(further, weights),
                null,
                candidates.batteries().chargers(fleet),
                fleet,
                drivers(),
                Stream.concat(rides(now), further.stream()).toList(),
                List.of(),
                null,
                candidates.restDays(),
                null);
    }

    private List<DayApi.Driver> drivers() {
        Stream<DayApi.Driver> onDuty = driverOf.values().stream()
                .sorted(Comparator.comparing(DriverFile::id))
                .map(this::driver);
        return Stream.concat(onDuty, spare.list(this::isElsewhere).stream()).toList();
    }

    /** Prices of a kilometre by the planner's kinds of energy. */
    Map<String, Integer> km_fen() {
        return PRICED_AS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, energy -> candidates
                .costs_fen_per_km()
                .getOrDefault(energy.getValue(), 0)));
    }

    private List<DayApi.Unit> units(List<DayApi.Ride> further, DayApi.Weights weights) {
        Map<String, String> regions = new TreeMap<>();
        further.forEach(
                ride -> regions.putIfAbsent(ride.unit(), ride.pickup().place().region()));
        candidates.orders().forEach(order -> regions.putIfAbsent(UnitCodes.last(order.requestUnitPath()), ""));
        regions.put(PlannedDay.ANY_UNIT, "");
        candidates.vehicles().forEach(vehicle -> {
            regions.put(PlannedDay.ANY_UNIT + vehicle.regionCode(), vehicle.regionCode());
            regions.put(UnitCodes.last(vehicle.unitPath()), vehicle.regionCode());
        });
        return regions.entrySet().stream()
                .map(unit -> new DayApi.Unit(unit.getKey(), unit.getValue(), weights))
                .toList();
    }

    private DayApi.Vehicle vehicle(VehicleFile vehicle) {
        return new DayApi.Vehicle(
                vehicle.id().toString(),
                UnitCodes.last(vehicle.unitPath()),
                place(vehicle.home()),
                vehicle.category(),
                vehicle.seats(),
                ANY_BAGGAGE,
                LicenceRule.level(vehicle),
                candidates.batteries().tank(vehicle, ENERGY.getOrDefault(vehicle.energyType(), "PETROL")),
                List.of(),
                true,
                blocked(vehicle));
    }

    /** Leave and time between shifts of its driver, and what either is promised for otherwise. */
    private List<DayApi.Window> blocked(VehicleFile vehicle) {
        DriverFile driver = driverOf.get(vehicle.id());
        Stream<DayApi.Window> promised = candidates.orders().stream()
                .map(VehicleOrder::view)
                .filter(order -> isHeld(order))
                .filter(order -> order.vehicleId().equals(vehicle.id())
                        || driver != null && order.driverId().equals(driver.id()))
                .map(order -> new DayApi.Window(order.from(), order.to()));
        Stream<DayApi.Window> absent =
                driver == null ? Stream.of() : absences.getOrDefault(driver.id(), List.of()).stream();
        return Stream.concat(promised, absent).toList();
    }

    private boolean isHeld(OrderApi.Order order) {
        return isElsewhere(order) || !isRegular(order);
    }

    /** No matter of the planner's, whoever drives it. */
    private boolean isElsewhere(OrderApi.Order order) {
        return movable.held().contains(order.id()) || isAfterANight(order);
    }

    /** What an electric vehicle drives on the next morning it is charged for by then, and is no matter of the day's energy. */
    private boolean isAfterANight(OrderApi.Order order) {
        VehicleFile vehicle = vehicles.get(order.vehicleId());
        return vehicle != null
                && !order.from().isBefore(Days.start(candidates.day().plusDays(1)))
                && candidates.batteries().limits(vehicle)
                && movable.find(order.id()).isEmpty();
    }

    /** Whether the driver on duty with the vehicle drives it, or where nobody is, one who is on duty with none. */
    boolean isRegular(OrderApi.Order order) {
        DriverFile driver = driverOf.get(order.vehicleId());
        return driver == null
                ? spare.drive(order, this::isElsewhere)
                : driver.id().equals(order.driverId());
    }

    private DayApi.Driver driver(DriverFile driver) {
        VehicleFile vehicle = vehicles.get(driver.vehicleId());
        if (vehicle == null) {
            throw new IllegalStateException("driver %s without a vehicle is planned".formatted(driver.id()));
        }
        return new DayApi.Driver(
                driver.id().toString(),
                place(vehicle.home()),
                vehicle.id().toString(),
                LicenceRule.levels(driver),
                new DayApi.Window(
                        candidates.midnight().minus(AROUND), candidates.end().plus(AROUND)),
                (int) AROUND.toSeconds(),
                (int) candidates.longestDriving().toSeconds());
    }

    private Stream<DayApi.Ride> rides(Instant now) {
        return candidates.orders().stream()
                .filter(order -> !isHeld(order.view()))
                .map(order -> movable.find(order.id())
                        .map(mover -> announced(order, mover))
                        .orElseGet(() -> pinned(order, begin(order, now))));
    }

    /** It may move for a gain, to any vehicle that the rules admit. */
    private DayApi.Ride announced(VehicleOrder order, Movable.Mover mover) {
        OrderApi.Order view = order.view();
        DayApi.Ride ride = RideWords.of(
                mover.request(),
                UnitCodes.last(order.requestUnitPath()),
                mover.eligible(),
                new DayApi.Promise(view.vehicleId().toString(), view.driverId().toString(), false),
                candidates);
        return RideWords.asOne(ride, order, candidates);
    }

    /** What was on the road by now has begun, also when it left early. */
    private Instant begin(VehicleOrder order, Instant now) {
        Instant from = order.view().from();
        boolean early = order.status().isUnderway() && now.isAfter(candidates.midnight()) && now.isBefore(from);
        Instant begun = early ? now : from;
        return begun.isBefore(candidates.midnight()) ? candidates.midnight() : begun;
    }

    private DayApi.Ride pinned(VehicleOrder order, Instant begin) {
        OrderApi.Order view = order.view();
        boolean begunBefore = view.from().isBefore(candidates.midnight());
        VehicleApi.Place last = last(order);
        return RideWords.of(
                view.requestId().toString(),
                UnitCodes.last(order.requestUnitPath()),
                new RideWords.Way(place(begunBefore ? last : view.pickup()), List.of(), place(last), begin, view.to()),
                new RideWords.Demand(
                        view.passengers(),
                        List.of(),
                        List.of(view.vehicleId().toString()),
                        0,
                        new DayApi.Promise(
                                view.vehicleId().toString(), view.driverId().toString(), true)),
                candidates.end());
    }

    /** Where the last riders get off. */
    private VehicleApi.Place last(VehicleOrder order) {
        return order.isShared()
                ? candidates.route(order).stops().getLast().place()
                : order.view().dropoff();
    }

    static DayApi.Place place(VehicleApi.Place place) {
        return new DayApi.Place(place.latitude(), place.longitude(), null);
    }

    private static DayApi.Window window(Absence absence) {
        return new DayApi.Window(absence.period().from(), absence.period().to());
    }
}
