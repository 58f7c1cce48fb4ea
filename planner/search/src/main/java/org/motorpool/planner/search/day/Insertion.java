package org.motorpool.planner.search.day;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Finds where a ride adds least: looks at times first, drives in thought only what passes. */
final class Insertion {

    private static final double BLINK = 0.01;

    private final DayPlan plan;
    private final DispatchDay day;
    private final RideTable rides;
    private final Ways ways;
    private final Route draft = new Route(0);
    private final @Nullable SplittableRandom random;

    private int ride;

    /** The driver who must drive, or −1. */
    private int only;

    private long least_fen;

    /** The best so far: visits before the pick-up and before the drop-off, and the driver who takes over for it, or −1. */
    private int vehicle;

    private int pickupAt;
    private int dropoffAt;
    private int driver;

    /** The last hurdle that the vehicle looked at met. */
    private Obstacle obstacle = Obstacle.DRIVER;

    /** The least that the battery of the vehicle looked at lacked; where nothing is overlooked. */
    private @Nullable Shortage shortage;

    /** @param random overlooks a place now and then; without it nothing is overlooked */
    Insertion(DayPlan plan, @Nullable SplittableRandom random) {
        this.plan = plan;
        this.day = plan.day;
        this.rides = day.rides;
        this.ways = day.ways;
        this.random = random;
    }

    /** Forgets what was found; from now on for this ride, and only what adds less than so much. */
    void begin(int wanted, long limit_fen) {
        ride = wanted;
        only = rides.pinnedDriver[wanted];
        least_fen = limit_fen;
        vehicle = DayFacts.NONE;
        obstacle = Obstacle.DRIVER;
        shortage = null;
    }

    boolean isFound() {
        return vehicle != DayFacts.NONE;
    }

    int ride() {
        return ride;
    }

    int vehicle() {
        return vehicle;
    }

    long added_fen() {
        return least_fen;
    }

    Obstacle obstacle() {
        return obstacle;
    }

    /** What the battery lacks where that is the last hurdle. */
    @Nullable
    Shortage shortage() {
        return obstacle == Obstacle.ENERGY ? shortage : null;
    }

    int driver() {
        return driver == DayFacts.NONE ? plan.route[vehicle].driverAt(pickupAt - 1) : driver;
    }

    boolean admits(int who) {
        return only == DayFacts.NONE || only == who;
    }

    /** What the driver counts less than the route says, having another vehicle, too; 0 or less. */
    long again_fen() {
        return driver == DayFacts.NONE ? 0 : plan.drivers.again_fen(driver, vehicle);
    }

    /** Terms of the route with the ride, as it was found. */
    Route drive() {
        write(draft, plan.route[vehicle]);
        plan.simulation.run(draft, plan.route[vehicle].bookings);
        return draft;
    }

    void write(Route into, Route route) {
        write(into, route, pickupAt, dropoffAt, driver);
    }

    private void write(Route into, Route route, int pickup, int dropoff, int takesOver) {
        into.draft(route, route.size + 3);
        into.append(route, into.frozen, pickup);
        if (takesOver != DayFacts.NONE) {
            into.append(Route.takeOver(takesOver));
        }
        into.append(2 * ride);
        into.append(route, pickup, dropoff);
        if (rides.isPooled(ride)) {
            into.append(2 * ride + 1);
        }
        into.append(route, dropoff, route.size);
    }

    /** Everywhere in a route that has a driver. */
    void tryRoute(Route route) {
        meet(Obstacle.TIME);
        int visit = 2 * ride;
        for (int at = Math.max(1, route.frozen); at <= route.size; at++) {
            if (route.free_s(at) > rides.latest_s[visit]) {
                return;
            }
            if (rides.isPooled(ride)) {
                tryPickup(route, at);
            } else if (route.riders[at - 1] == 0 && fits(route, at)) {
                tryExclusive(route, at);
            }
        }
    }

    private boolean fits(Route route, int at) {
        int visit = 2 * ride;
        int begin_s = begin_s(route, at, visit);
        return begin_s <= rides.latest_s[visit] && isBackInTime(route, at, visit, begin_s);
    }

    /** Whether the vehicle is in time for what follows when the visit begins then. */
    private boolean isBackInTime(Route route, int at, int visit, int begin_s) {
        int end_s = rides.end_s(visit, begin_s);
        return ways.arrive_s(rides.to[visit], end_s, placeAt(route, at)) <= lastAt(route, at);
    }

    private int begin_s(Route route, int at, int visit) {
        int arrive_s = ways.arrive_s(placeBefore(route, at), route.free_s(at), rides.from[visit]);
        return Math.max(arrive_s, rides.earliest_s[visit]);
    }

    /** Where the vehicle is before visit number {@code at}, where it goes then, and when it must be there. */
    private int placeBefore(Route route, int at) {
        int before = route.visit[at - 1];
        return Route.isTakeOver(before) ? day.vehicles.home[route.vehicle] : rides.to[before];
    }

    private int placeAt(Route route, int at) {
        return endsTurn(route, at) ? day.vehicles.home[route.vehicle] : rides.from[route.visit[at]];
    }

    private int lastAt(Route route, int at) {
        return endsTurn(route, at) ? day.drivers.latestReturn_s(route.driverAt(at - 1)) : route.last_s[at];
    }

    private static boolean endsTurn(Route route, int at) {
        return at == route.size || Route.isTakeOver(route.visit[at]);
    }

    private void tryExclusive(Route route, int at) {
        int visit = 2 * ride;
        int before = placeBefore(route, at);
        int next = placeAt(route, at);
        long empty_m = (long) ways.metres(before, rides.from[visit])
                + ways.metres(rides.to[visit], next)
                - ways.metres(before, next);
        int gap_s = endsTurn(route, at) ? 0 : Math.max(0, route.leave_s[at] - route.free_s(at));
        VehicleTable vehicles = day.vehicles;
        int of = route.vehicle;
        long bound_fen =
                ((empty_m + rides.inside_m[visit]) * vehicles.km_fen[of] + empty_m * vehicles.deadheadKm_fen[of]) / 1000
                        - gap_s * vehicles.waiting_h_fen[of] / 3600
                        + day.leastSurcharge_fen(of, ride);
        if (bound_fen < least_fen || random == null) {
            drive(route, at, at, DayFacts.NONE);
        }
    }

    private void tryPickup(Route route, int at) {
        int visit = 2 * ride;
        boolean shares = route.riders[at - 1] > 0;
        if (shares && !rides.mayShare(route.visit[at - 1] >> 1, ride)) {
            return;
        }
        int begin_s = begin_s(route, at, visit);
        if (begin_s > rides.latest_s[visit]) {
            return;
        }
        int free_s = rides.end_s(visit, begin_s);
        int most_s = free_s - begin_s + rides.mostOnBoard_s(ride, free_s);
        int place = rides.to[visit];
        int onBoard = route.riders[at - 1] + rides.passengers[ride];
        if (shares && onBoard > day.vehicles.seats[route.vehicle]) {
            meet(Obstacle.CAPACITY);
            return;
        }
        for (int to = at; ; to++) {
            tryDropoff(route, at, to, free_s, place);
            if (endsTurn(route, to) || !rides.mayShare(route.visit[to] >> 1, ride)) {
                return;
            }
            int next = route.visit[to];
            int next_s = Math.max(rides.earliest_s[next], ways.arrive_s(place, free_s, rides.from[next]));
            if (next_s > route.last_s[to] || next_s - begin_s > most_s) {
                return;
            }
            if (route.riders[to] + rides.passengers[ride] > day.vehicles.seats[route.vehicle]) {
                meet(Obstacle.CAPACITY);
                return;
            }
            free_s = rides.end_s(next, next_s);
            place = rides.to[next];
        }
    }

    private void tryDropoff(Route route, int at, int to, int free_s, int place) {
        int dropoff = 2 * ride + 1;
        int begin_s = ways.arrive_s(place, free_s, rides.from[dropoff]);
        boolean fits = begin_s <= rides.latest_s[dropoff] && isBackInTime(route, to, dropoff, begin_s);
        boolean leavesNobodyAlone = endsTurn(route, to)
                || (to == at ? route.riders[at - 1] : route.riders[to - 1]) == 0
                || rides.isPooled(route.visit[to] >> 1);
        if (fits && leavesNobodyAlone) {
            drive(route, at, to, DayFacts.NONE);
        }
    }

    /** With a driver who takes over the vehicle at home for this ride: in the evening of its route, or in the morning. */
    void tryTurn(Route route, int takesOver) {
        int visit = 2 * ride;
        DriverTable drivers = day.drivers;
        if (drivers.from_s[takesOver] > rides.latest_s[visit]
                || drivers.latestReturn_s(takesOver) < rides.end_s(visit, rides.earliest_s[visit])) {
            meet(Obstacle.SHIFT);
            return;
        }
        if (!plan.drivers.isIdle(takesOver) && !mayFit(route, takesOver)) {
            meet(Obstacle.DRIVER);
            return;
        }
        long again_fen = plan.drivers.again_fen(takesOver, route.vehicle);
        if (route.isEmpty() && random != null && alone_fen(route) + again_fen >= least_fen) {
            return;
        }
        boolean evening =
                route.isEmpty() || route.frozen > 0 || rides.earliest_s[visit] >= route.begin_s[route.size - 1];
        int at = evening ? route.size : 0;
        drive(route, at, at, takesOver);
    }

    private boolean mayFit(Route route, int takesOver) {
        int visit = 2 * ride;
        int home = day.vehicles.home[route.vehicle];
        int leave_s = ways.leave_s(home, rides.latest_s[visit], rides.from[visit]);
        int back_s = ways.arrive_s(rides.to[visit | 1], rides.end_s(visit, rides.earliest_s[visit]), home);
        return plan.drivers.mayFit(takesOver, route.vehicle, leave_s, back_s);
    }

    /** What a vehicle that stands at home costs for the ride, at the least. */
    private long alone_fen(Route route) {
        VehicleTable vehicles = day.vehicles;
        int of = route.vehicle;
        int home = vehicles.home[of];
        long empty_m = (long) ways.metres(home, rides.from[2 * ride]) + ways.metres(rides.to[2 * ride + 1], home);
        return vehicles.vehicle_fen[of]
                + vehicles.driver_fen[of]
                + (empty_m * (vehicles.km_fen[of] + vehicles.deadheadKm_fen[of])
                                + rides.direct_m[ride] * vehicles.km_fen[of])
                        / 1000
                + day.leastSurcharge_fen(of, ride);
    }

    private void drive(Route route, int pickup, int dropoff, int takesOver) {
        if (random != null && rides.pinned[ride] == DayFacts.NONE && random.nextDouble() < BLINK) {
            return;
        }
        if (only != DayFacts.NONE && only != (takesOver == DayFacts.NONE ? route.driverAt(pickup - 1) : takesOver)) {
            return;
        }
        write(draft, route, pickup, dropoff, takesOver);
        if (!plan.simulation.run(draft, route.bookings)) {
            meet(plan.simulation.obstacle());
            meetShortage();
            return;
        }
        long added_fen = draft.cost_fen - route.cost_fen + plan.beside_fen(route.vehicle, ride);
        if (takesOver != DayFacts.NONE) {
            added_fen += plan.drivers.again_fen(takesOver, route.vehicle);
        }
        if (added_fen < least_fen) {
            least_fen = added_fen;
            vehicle = route.vehicle;
            pickupAt = pickup;
            dropoffAt = dropoff;
            driver = takesOver;
        }
    }

    private void meetShortage() {
        if (random == null && plan.simulation.obstacle() == Obstacle.ENERGY) {
            Shortage met = plan.simulation.shortage();
            shortage = shortage == null || met.missing_m() < shortage.missing_m() ? met : shortage;
        }
    }

    private void meet(Obstacle met) {
        if (met.compareTo(obstacle) > 0) {
            obstacle = met;
        }
    }
}
