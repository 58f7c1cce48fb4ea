package org.motorpool.planner.search.day;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Stop;

/**
 * Rides as arrays that grow. What a vehicle does for a ride are visits: an exclusive ride {@code r} is the one visit {@code 2r}, a
 * pooled one is picked up by {@code 2r} and dropped by {@code 2r + 1}.
 */
final class RideTable {

    private static final long PRIORITY = 4;
    private static final int EXCLUSIVE = 0;

    int size;
    Ride[] facts = new Ride[0];
    int[] unit = new int[0];
    int[] passengers = new int[0];
    int[] baggage = new int[0];

    /** Seconds that riders are on board at most, if the direct way does not take longer then; 0 for an exclusive ride. */
    int[] mostOnBoard_s = new int[0];

    /** Pooled rides share a vehicle with those of the same number only. */
    int[] circle = new int[0];

    /** Metres and seconds of the riders' way, with nobody else on board. */
    int[] direct_m = new int[0];

    int[] direct_s = new int[0];

    /** First leg of the request, and all its legs. */
    int[] leader = new int[0];

    int[][] legs = new int[0][];

    /** What it costs that no vehicle of the day serves it: rented, or left out. */
    long[] absent_fen = new long[0];

    boolean[] rented = new boolean[0];

    /** Vehicle and driver that were announced, the vehicle that is pinned, or −1. */
    int[] announcedVehicle = new int[0];

    int[] announcedDriver = new int[0];
    int[] pinned = new int[0];

    /** The driver that is pinned with the vehicle, or −1. */
    int[] pinnedDriver = new int[0];

    /** Vehicles that nothing but time, hours, energy and room forbids. */
    BitSet[] allowed = new BitSet[0];

    /**
     * Of each visit: the places where it begins and ends, when it may begin, seconds and metres as they are measured, standing and driving
     * in turn, and the pace of each of its ways.
     */
    int[] from = new int[0];

    int[] to = new int[0];
    int[] earliest_s = new int[0];
    int[] latest_s = new int[0];
    int[] duration_s = new int[0];
    int[] inside_m = new int[0];
    int[][] steps_s = new int[0][];
    Pace[][] paces = new Pace[0][];

    private final Ways ways;
    private final List<DayFacts.Unit> units;

    RideTable(Ways ways, DayFacts facts) {
        this.ways = ways;
        this.units = facts.units();
    }

    boolean isPooled(int ride) {
        return mostOnBoard_s[ride] != EXCLUSIVE;
    }

    /** Whether the riders of both consent to ride together. */
    boolean mayShare(int ride, int other) {
        return isPooled(ride) && isPooled(other) && circle[ride] == circle[other];
    }

    /** When a visit is over that begins then, without rests. */
    int end_s(int visit, int begin_s) {
        return ways.isEven() ? begin_s + duration_s[visit] : walked_s(visit, begin_s);
    }

    private int walked_s(int visit, int begin_s) {
        int[] steps = steps_s[visit];
        int at_s = begin_s + steps[0];
        for (int k = 1; k < steps.length; k += 2) {
            at_s = paces[visit][k >> 1].arrive_s(at_s, steps[k]) + steps[k + 1];
        }
        return at_s;
    }

    /** When a visit begins at the latest that is over then. */
    int begin_s(int visit, int end_s) {
        return ways.isEven() ? end_s - duration_s[visit] : walkedBack_s(visit, end_s);
    }

    private int walkedBack_s(int visit, int end_s) {
        int[] steps = steps_s[visit];
        int at_s = end_s;
        for (int k = steps.length - 2; k > 0; k -= 2) {
            at_s = paces[visit][k >> 1].leave_s(at_s - steps[k + 1], steps[k]);
        }
        return at_s - steps[0];
    }

    /** Seconds that a visit takes at the least, whenever it begins. */
    int least_s(int visit) {
        int driving_s = 0;
        for (int k = 1; k < steps_s[visit].length; k += 2) {
            driving_s += steps_s[visit][k];
        }
        int window_s = latest_s[visit] - earliest_s[visit];
        int first_s = end_s(visit, earliest_s[visit]) - earliest_s[visit];
        return Math.max(first_s - window_s, duration_s[visit] - driving_s + (int) (driving_s * ways.least()));
    }

    /** Seconds that riders who have boarded by then are on board at most. */
    int mostOnBoard_s(int ride, int boarded_s) {
        int direct_s = ways.arrive_s(from[2 * ride], boarded_s, from[2 * ride + 1]) - boarded_s;
        return Math.max(mostOnBoard_s[ride], direct_s);
    }

    int add(Ride ride) {
        int added = size++;
        reserve(size);
        facts[added] = ride;
        unit[added] = ride.unit();
        passengers[added] = ride.passengers();
        baggage[added] = ride.baggage();
        link(added, ride.after());
        promise(added, ride.promised());
        price(added, ride);
        visit(added, ride);
        return added;
    }

    /** Forgets the ride that was added last. */
    void removeLast() {
        size--;
        int first = leader[size];
        if (first != size) {
            legs[first] = Arrays.copyOf(legs[first], legs[first].length - 1);
        }
    }

    private void link(int ride, int after) {
        leader[ride] = after == DayFacts.NONE ? ride : leader[after];
        if (after == DayFacts.NONE) {
            legs[ride] = new int[] {ride};
        } else {
            int[] before = legs[leader[ride]];
            legs[leader[ride]] = Arrays.copyOf(before, before.length + 1);
            legs[leader[ride]][before.length] = ride;
        }
    }

    /** Whoever serves it from now on, it is not moved. */
    void unannounce(int ride) {
        announcedVehicle[ride] = DayFacts.NONE;
    }

    private void promise(int ride, DayFacts.Promise promise) {
        pinned[ride] = promise instanceof DayFacts.Promise.Pinned fixed ? fixed.vehicle() : DayFacts.NONE;
        pinnedDriver[ride] = promise instanceof DayFacts.Promise.Pinned fixed ? fixed.driver() : DayFacts.NONE;
        boolean announced = promise instanceof DayFacts.Promise.Announced;
        announcedVehicle[ride] = announced ? ((DayFacts.Promise.Announced) promise).vehicle() : DayFacts.NONE;
        announcedDriver[ride] = announced ? ((DayFacts.Promise.Announced) promise).driver() : DayFacts.NONE;
    }

    private void price(int added, Ride ride) {
        long unserved_fen = units.get(ride.unit()).weights().unserved_fen();
        for (int i = 0; i < ride.priority(); i++) {
            unserved_fen *= PRIORITY;
        }
        rented[added] = ride.rental_fen() != DayFacts.NONE && ride.rental_fen() <= unserved_fen;
        absent_fen[added] = rented[added] ? ride.rental_fen() : unserved_fen;
    }

    private void visit(int ride, Ride facts) {
        int pickup = 2 * ride;
        int dropoff = pickup + 1;
        from[pickup] = facts.pickup().place();
        to[dropoff] = facts.dropoff().place();
        from[dropoff] = to[dropoff];
        earliest_s[pickup] = facts.pickupTime().from_s();
        walk(ride, facts);
        if (facts.sharing() instanceof DayFacts.Sharing.Pooled pooled) {
            mostOnBoard_s[ride] = Math.max(1, pooled.mostOnBoard_s());
            circle[ride] = pooled.circle();
            to[pickup] = from[pickup];
            stand(pickup, facts.pickup());
            stand(dropoff, facts.dropoff());
            earliest_s[dropoff] = ways.arrive_s(from[pickup], end_s(pickup, earliest_s[pickup]), from[dropoff]);
            latest_s[dropoff] = facts.latestDropoff_s();
            latest_s[pickup] = Math.min(
                    facts.pickupTime().to_s(),
                    begin_s(pickup, ways.leave_s(from[pickup], facts.latestDropoff_s(), from[dropoff])));
        } else {
            mostOnBoard_s[ride] = EXCLUSIVE;
            circle[ride] = DayFacts.NONE;
            to[pickup] = to[dropoff];
            latest_s[pickup] = Math.min(
                    facts.pickupTime().to_s(),
                    begin_s(pickup, facts.latestDropoff_s() + facts.dropoff().service_s()));
            latest_s[dropoff] = facts.latestDropoff_s();
        }
    }

    private void stand(int visit, Stop stop) {
        steps_s[visit] = new int[] {stop.service_s()};
        paces[visit] = new Pace[0];
        duration_s[visit] = stop.service_s();
        inside_m[visit] = 0;
    }

    /** The whole exclusive ride as one visit. */
    private void walk(int ride, Ride facts) {
        int visit = 2 * ride;
        int stops = facts.via().size();
        int[] steps = new int[2 * stops + 3];
        int metres = 0;
        int place = facts.pickup().place();
        Pace[] onTheWay = new Pace[stops + 1];
        steps[0] = facts.pickup().service_s();
        for (int i = 0; i <= stops; i++) {
            Stop stop = i < stops ? facts.via().get(i) : facts.dropoff();
            long way = ways.between(place, stop.place());
            onTheWay[i] = ways.pace(place);
            steps[2 * i + 1] = Ways.seconds(way);
            steps[2 * i + 2] = stop.service_s();
            metres += Ways.metres(way);
            place = stop.place();
        }
        steps_s[visit] = steps;
        paces[visit] = onTheWay;
        inside_m[visit] = metres;
        duration_s[visit] = Arrays.stream(steps).sum();
        direct_m[ride] = metres;
        direct_s[ride] = duration_s[visit] - steps[0] - steps[steps.length - 1];
    }

    private void reserve(int rides) {
        if (facts.length >= rides) {
            return;
        }
        int room = Math.max(16, 2 * rides);
        facts = Arrays.copyOf(facts, room);
        unit = Arrays.copyOf(unit, room);
        passengers = Arrays.copyOf(passengers, room);
        baggage = Arrays.copyOf(baggage, room);
        mostOnBoard_s = Arrays.copyOf(mostOnBoard_s, room);
        circle = Arrays.copyOf(circle, room);
        direct_m = Arrays.copyOf(direct_m, room);
        direct_s = Arrays.copyOf(direct_s, room);
        leader = Arrays.copyOf(leader, room);
        legs = Arrays.copyOf(legs, room);
        absent_fen = Arrays.copyOf(absent_fen, room);
        rented = Arrays.copyOf(rented, room);
        announcedVehicle = Arrays.copyOf(announcedVehicle, room);
        announcedDriver = Arrays.copyOf(announcedDriver, room);
        pinned = Arrays.copyOf(pinned, room);
        pinnedDriver = Arrays.copyOf(pinnedDriver, room);
        allowed = Arrays.copyOf(allowed, room);
        reserveVisits(2 * room);
    }

    private void reserveVisits(int room) {
        from = Arrays.copyOf(from, room);
        to = Arrays.copyOf(to, room);
        earliest_s = Arrays.copyOf(earliest_s, room);
        latest_s = Arrays.copyOf(latest_s, room);
        duration_s = Arrays.copyOf(duration_s, room);
        inside_m = Arrays.copyOf(inside_m, room);
        steps_s = Arrays.copyOf(steps_s, room);
        paces = Arrays.copyOf(paces, room);
    }
}
