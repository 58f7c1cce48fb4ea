package org.motorpool.planner.search.day;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.motorpool.planner.search.ExclusiveModel;
import org.motorpool.planner.search.ExclusiveProblem;

/**
 * The rides that a plan serves or has a car rented for, relaxed to exclusive rides with what every plan of the day must pay: kilometres,
 * vehicles, drivers, what a ride costs with its vehicle, or the rented car instead. Waiting, overtime, handovers and fairness cost nothing
 * here, and rests, hours, energy, sealed windows and other turns of a driver do not exist; none of them can make a plan cheaper or earlier.
 * Pooled rides are left out, since they may cost next to nothing, and where there are any, dead-head costs no more than loaded
 * kilometres. So are rides of a vehicle that is late with what it has begun. A way counts some metres short: places between its ends,
 * fourteen at most, are rounded to metres, and takes no longer than at the best hour of the day. The clock is of whole minutes, downwards,
 * which is earlier for whatever follows.
 */
final class ExclusiveDay implements ExclusiveModel {

    /** More than any plan costs: a ride that no car may be rented for is served in the plan it is compared with. */
    private static final long SERVED_FEN = 1_000_000_000L;

    private static final int ROUNDED_M = 8;
    private static final int MINUTE_S = 60;

    private final DispatchDay day;
    private final DayPlan plan;
    private final int[] ride;
    private final int[] homes;
    private final List<Integer> homeOf;
    private final boolean pooled;
    private final boolean mayChange;

    ExclusiveDay(DayPlan plan) {
        this.day = plan.day;
        this.plan = plan;
        this.ride = IntStream.range(0, day.rides.size)
                .filter(each -> !day.rides.isPooled(each))
                .filter(each -> plan.isServed(each)
                        ? isInTime(plan.route[plan.vehicleOf[each]])
                        : plan.isAbsent(each) && day.rides.rented[each])
                .toArray();
        this.homes = Arrays.stream(day.vehicles.home).distinct().sorted().toArray();
        this.homeOf = Arrays.stream(day.vehicles.home)
                .map(home -> Arrays.binarySearch(homes, home))
                .boxed()
                .toList();
        this.pooled = IntStream.range(0, day.rides.size).anyMatch(day.rides::isPooled);
        this.mayChange = mayChange();
    }

    private static boolean isInTime(Route route) {
        return !route.wasExcused && !route.excused && !route.stranded;
    }

    /** Whether the plan drives the ride, and rents no car for it. */
    boolean isDriven(int one) {
        return plan.isServed(ride[one]);
    }

    /** Whether every plan that serves the ride drives it. */
    boolean isNeverRented(int one) {
        return !day.rides.rented[ride[one]];
    }

    ExclusiveProblem problem() {
        return new ExclusiveProblem(IntStream.of(ride).mapToObj(this::timed).toList(), homeOf, vehicle_fen(), this);
    }

    private ExclusiveProblem.Ride timed(int number) {
        int visit = 2 * number;
        return new ExclusiveProblem.Ride(
                Math.floorDiv(day.rides.earliest_s[visit], MINUTE_S),
                Math.floorDiv(day.rides.latest_s[visit], MINUTE_S),
                Math.floorDiv(day.rides.least_s(visit), MINUTE_S),
                day.rides.rented[number] ? day.rides.absent_fen[number] : SERVED_FEN);
    }

    /** Of the cheapest vehicle with its driver, who may have come from another vehicle and been counted there. */
    private int vehicle_fen() {
        return (int) IntStream.range(0, day.vehicles.size)
                .mapToLong(vehicle ->
                        day.vehicles.vehicle_fen[vehicle] + (mayChange ? 0 : day.vehicles.driver_fen[vehicle]))
                .min()
                .orElse(0);
    }

    /**
     * What the drivers cost at least where that is not told with the vehicles: a driver cannot do more than a vehicle could, and comes
     * no faster from ride to ride.
     *
     * @param chains of rides that no car is rented for, the fewest there can be
     */
    long drivers_fen(int chains) {
        return mayChange ? chains * Arrays.stream(day.vehicles.driver_fen).min().orElse(0) : 0;
    }

    /** Somebody who is free begins where two vehicles or more have no driver of their own. */
    private boolean mayChange() {
        return Arrays.stream(homes)
                .filter(home -> day.drivers.freeAt(home).length > 0)
                .anyMatch(home -> IntStream.range(0, day.vehicles.size)
                                .filter(vehicle ->
                                        day.vehicles.home[vehicle] == home && day.drivers.of(vehicle).length == 0)
                                .count()
                        > 1);
    }

    @Override
    public int between(int one, int next) {
        return day.travel.least_m(day.rides.to[2 * ride[one]], day.rides.from[2 * ride[next]]);
    }

    @Override
    public int out(int home, int one) {
        return day.travel.least_m(homes[home], day.rides.from[2 * ride[one]]);
    }

    @Override
    public int back(int one, int home) {
        return day.travel.least_m(day.rides.to[2 * ride[one]], homes[home]);
    }

    @Override
    public int time(int way_m) {
        return least_s(way_m) / MINUTE_S;
    }

    private int least_s(int way_m) {
        return (int) (day.travel.least_s(least_m(way_m)) * day.ways.least());
    }

    private static int least_m(int way_m) {
        return Math.max(0, way_m - ROUNDED_M);
    }

    @Override
    public int cost(int vehicle, int way_m) {
        long least_m = least_m(way_m);
        return (int) (least_m * day.vehicles.km_fen[vehicle] / 1000 + least_m * deadheadKm_fen(vehicle) / 1000);
    }

    private long deadheadKm_fen(int vehicle) {
        return pooled ? 0 : day.vehicles.deadheadKm_fen[vehicle];
    }

    @Override
    public int rate(int vehicle) {
        return (int) (day.vehicles.km_fen[vehicle] << 16 | deadheadKm_fen(vehicle));
    }

    @Override
    public boolean suits(int vehicle, int one) {
        return day.rides.allowed[ride[one]].get(vehicle) && hasDriver(vehicle, ride[one]);
    }

    /** Somebody is on duty for the ride alone. */
    private boolean hasDriver(int vehicle, int number) {
        int[] bound = day.drivers.of(vehicle);
        int[] drivers = bound.length > 0 ? bound : day.drivers.freeAt(day.vehicles.home[vehicle]);
        return Arrays.stream(drivers).anyMatch(driver -> mayDrive(driver, vehicle, number));
    }

    private boolean mayDrive(int driver, int vehicle, int number) {
        int visit = 2 * number;
        int home = day.vehicles.home[vehicle];
        int arrive_s = day.drivers.from_s[driver] + least_s(day.travel.least_m(home, day.rides.from[visit]));
        int begin_s = Math.max(arrive_s, day.rides.earliest_s[visit]);
        int return_s = begin_s + day.rides.least_s(visit) + least_s(day.travel.least_m(day.rides.to[visit], home));
        return day.drivers.mayDrive(driver, day.vehicles.licence[vehicle])
                && begin_s <= day.rides.latest_s[visit]
                && return_s <= day.drivers.latestReturn_s(driver);
    }

    @Override
    public int surcharge(int vehicle, int one) {
        return (int) (day.leastSurcharge_fen(vehicle, ride[one])
                + day.rides.inside_m[2 * ride[one]] * day.vehicles.km_fen[vehicle] / 1000);
    }
}
