package org.motorpool.planner.search.day;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A plan as everybody may read it: what each vehicle and driver do, movement by movement, and what it costs.
 *
 * @param routes of the vehicles that are used, in their order
 * @param rented rides for which a car is rented
 * @param unserved rides left out
 * @param steps of the search
 */
public record DaySolution(
        List<VehicleDay> routes, List<Integer> rented, List<Integer> unserved, Cost cost, long steps) {

    public DaySolution {
        routes = List.copyOf(routes);
        rented = List.copyOf(rented);
        unserved = List.copyOf(unserved);
    }

    /** What one vehicle does. */
    public record VehicleDay(int vehicle, List<Movement> movements, Cost cost) {
        public VehicleDay {
            movements = List.copyOf(movements);
        }
    }

    /** A vehicle leaves where it is, arrives, and from begin to end does what it came for; seconds since midnight. */
    public sealed interface Movement {
        int place();

        int leave_s();

        int arrive_s();

        int begin_s();

        int end_s();

        /** A driver takes the vehicle over at home. */
        record TakeOver(int driver, int place, int leave_s, int arrive_s, int begin_s, int end_s) implements Movement {}

        /** Riders of a pooled ride get on; an exclusive ride is driven from pick-up to drop-off, {@code end_s} is there. */
        record Pickup(int ride, int place, int leave_s, int arrive_s, int begin_s, int end_s) implements Movement {}

        /** Riders of a pooled ride get off. */
        record Dropoff(int ride, int place, int leave_s, int arrive_s, int begin_s, int end_s) implements Movement {}

        /** Charges from begin to end. */
        record Charge(int place, int leave_s, int arrive_s, int begin_s, int end_s) implements Movement {}

        /** Comes home. */
        record Home(int place, int leave_s, int arrive_s, int begin_s, int end_s) implements Movement {}
    }

    static DaySolution of(DayPlan plan, long steps) {
        int[] used = plan.used.toArray();
        int[] absent = plan.absent.toArray();
        Arrays.sort(used);
        Arrays.sort(absent);
        return new DaySolution(
                Arrays.stream(used)
                        .mapToObj(vehicle -> vehicleDay(plan.route[vehicle]))
                        .toList(),
                Arrays.stream(absent)
                        .filter(ride -> plan.day.rides.rented[ride])
                        .boxed()
                        .toList(),
                Arrays.stream(absent)
                        .filter(ride -> !plan.day.rides.rented[ride])
                        .boxed()
                        .toList(),
                Cost.of(plan.terms_fen()),
                steps);
    }

    private static VehicleDay vehicleDay(Route route) {
        List<Movement> movements = new ArrayList<>();
        for (int i = 0; i < route.log.size; i++) {
            movements.add(movement(route.log, i));
        }
        return new VehicleDay(route.vehicle, movements, Cost.of(route.terms_fen));
    }

    private static Movement movement(MovementLog log, int i) {
        int what = log.what(i);
        int place = log.place(i);
        int leave_s = log.leave_s(i);
        int arrive_s = log.arrive_s(i);
        int begin_s = log.begin_s(i);
        int end_s = log.end_s(i);
        return switch (log.kind(i)) {
            case MovementLog.TAKE_OVER -> new Movement.TakeOver(what, place, leave_s, arrive_s, begin_s, end_s);
            case MovementLog.CHARGE -> new Movement.Charge(place, leave_s, arrive_s, begin_s, end_s);
            case MovementLog.HOME -> new Movement.Home(place, leave_s, arrive_s, begin_s, end_s);
            default ->
                (what & 1) == 0
                        ? new Movement.Pickup(what >> 1, place, leave_s, arrive_s, begin_s, end_s)
                        : new Movement.Dropoff(what >> 1, place, leave_s, arrive_s, begin_s, end_s);
        };
    }
}
