package org.motorpool.planner.bench;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.motorpool.planner.bench.Day.Trip;

/** Google OR-Tools on a day: one visit for each trip, which may be left out at a price; guided local search. */
final class OrToolsDay {

    private static final long UNSERVED = 100_000;
    private static final long HORIZON_MIN = 3_000;

    private OrToolsDay() {}

    /** Trips in their order by vehicle; none when it finds no solution. */
    static Map<Integer, List<Integer>> solve(Day day, Duration time) {
        Loader.loadNativeLibraries();
        int trips = day.trips().size();
        int[] depots = day.vehicles().stream()
                .mapToInt(vehicle -> trips + vehicle.depot())
                .toArray();
        RoutingIndexManager manager =
                new RoutingIndexManager(trips + day.depots().size(), depots.length, depots, depots);
        RoutingModel model = new RoutingModel(manager);
        drive(day, manager, model);
        for (int trip = 0; trip < trips; trip++) {
            admit(day, manager, model, trip);
        }
        // to OR-Tools a place where nobody parks is a visit: it may be left out
        IntStream.range(0, day.depots().size())
                .filter(depot -> day.vehicles().stream().noneMatch(vehicle -> vehicle.depot() == depot))
                .forEach(depot -> model.addDisjunction(new long[] {manager.nodeToIndex(trips + depot)}, 0));
        Assignment solution = model.solveWithParameters(OrToolsPooled.parameters(time));
        return solution == null ? Map.of() : shifts(day, manager, model, solution);
    }

    private static void drive(Day day, RoutingIndexManager manager, RoutingModel model) {
        int trips = day.trips().size();
        int leg = model.registerTransitCallback(
                (from, to) -> leg(day, manager.indexToNode(from), manager.indexToNode(to)));
        model.setArcCostEvaluatorOfAllVehicles(leg);
        model.setFixedCostOfAllVehicles(Day.VEHICLE_COST);
        // the way out does not count: the first trip begins when it is asked for
        int time = model.registerTransitCallback((from, to) -> {
            int trip = manager.indexToNode(from);
            return trip >= trips ? 0 : day.trips().get(trip).duration_min() + leg(day, trip, manager.indexToNode(to));
        });
        model.addDimension(time, HORIZON_MIN, 2 * HORIZON_MIN, false, "time");
    }

    private static void admit(Day day, RoutingIndexManager manager, RoutingModel model, int number) {
        Trip trip = day.trips().get(number);
        long index = manager.nodeToIndex(number);
        RoutingDimension times = model.getMutableDimension("time");
        times.cumulVar(index).setRange(trip.depart_min(), trip.depart_min() + trip.window_min());
        model.addDisjunction(new long[] {index}, UNSERVED);
        long[] allowed = LongStream.concat(
                        LongStream.of(-1),
                        IntStream.range(0, day.vehicles().size())
                                .filter(vehicle -> day.vehicles().get(vehicle).vehicleClass() >= trip.leastClass())
                                .asLongStream())
                .toArray();
        model.solver().addConstraint(model.solver().makeMemberCt(model.vehicleVar(index), allowed));
    }

    private static long leg(Day day, int from, int to) {
        int trips = day.trips().size();
        if (from >= trips) {
            return to >= trips ? 0 : day.out(from - trips, to);
        }
        return to >= trips ? day.back(from, to - trips) : day.between(from, to);
    }

    private static Map<Integer, List<Integer>> shifts(
            Day day, RoutingIndexManager manager, RoutingModel model, Assignment solution) {
        Map<Integer, List<Integer>> shifts = new TreeMap<>();
        for (int vehicle = 0; vehicle < day.vehicles().size(); vehicle++) {
            List<Integer> trips = new ArrayList<>();
            long at = solution.value(model.nextVar(model.start(vehicle)));
            while (!model.isEnd(at)) {
                int node = manager.indexToNode(at);
                if (node < day.trips().size()) {
                    trips.add(node);
                }
                at = solution.value(model.nextVar(at));
            }
            if (!trips.isEmpty()) {
                shifts.put(vehicle, trips);
            }
        }
        return shifts;
    }
}
