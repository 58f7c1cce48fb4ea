package org.motorpool.planner.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.motorpool.planner.bench.Day.Trip;
import org.motorpool.planner.bench.Day.Vehicle;

/** Checks the trips of each vehicle against the day itself, with no code of any search. */
final class DayReferee {

    private DayReferee() {}

    /**
     * What the shifts cost; fails and says why when they are impossible. Trips may be left out.
     *
     * @param shifts trips in their order by vehicle
     */
    static long cost(Day day, Map<Integer, List<Integer>> shifts) {
        Set<Integer> served = new HashSet<>();
        return shifts.entrySet().stream()
                .filter(shift -> !shift.getValue().isEmpty())
                .mapToLong(shift -> cost(day, shift.getKey(), shift.getValue(), served))
                .sum();
    }

    private static long cost(Day day, int number, List<Integer> trips, Set<Integer> served) {
        Vehicle vehicle = day.vehicles().get(number);
        long cost = Day.VEHICLE_COST + day.out(vehicle.depot(), trips.getFirst());
        int free = 0;
        int before = -1;
        for (int ride : trips) {
            Trip trip = day.trips().get(ride);
            require(served.add(ride), "trip %d is served twice", ride);
            require(
                    vehicle.vehicleClass() >= trip.leastClass(),
                    "vehicle %d of class %d serves trip %d of class %d",
                    number,
                    vehicle.vehicleClass(),
                    ride,
                    trip.leastClass());
            int leg = before < 0 ? 0 : day.between(before, ride);
            int begin = Math.max(trip.depart_min(), free + leg);
            require(
                    begin <= trip.depart_min() + trip.window_min(),
                    "trip %d begins at %d, at the latest %d",
                    ride,
                    begin,
                    trip.depart_min() + trip.window_min());
            cost += leg;
            free = begin + trip.duration_min();
            before = ride;
        }
        return cost + day.back(before, vehicle.depot());
    }

    private static void require(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new IllegalStateException("no solution: " + message.formatted(values));
        }
    }
}
