package org.motorpool.planner.bench;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.Solver;
import com.google.ortools.constraintsolver.main;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motorpool.planner.bench.LiLim.Node;

/** Google OR-Tools on an instance of Li and Lim: guided local search, a dear vehicle, integers in thousandths. */
final class OrToolsPooled {

    private static final int SCALE = 1_000;
    private static final long VEHICLE_COST = 100_000_000L;

    private OrToolsPooled() {}

    /** Routes of node ids; none when it finds no solution. */
    static List<List<Integer>> solve(LiLim instance, Duration time) {
        Loader.loadNativeLibraries();
        List<Integer> order = instance.order();
        RoutingIndexManager manager = new RoutingIndexManager(order.size(), instance.vehicles(), 0);
        RoutingModel model = new RoutingModel(manager);
        drive(instance, manager, model);
        carry(instance, manager, model);
        pair(order.size(), manager, model);
        Assignment solution = model.solveWithParameters(parameters(time));
        return solution == null ? List.of() : routes(instance, manager, model, solution);
    }

    static RoutingSearchParameters parameters(Duration time) {
        return main.defaultRoutingSearchParameters().toBuilder()
                .setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
                .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
                .setTimeLimit(com.google.protobuf.Duration.newBuilder().setSeconds(time.toSeconds()))
                .build();
    }

    private static void drive(LiLim instance, RoutingIndexManager manager, RoutingModel model) {
        int distance = model.registerTransitCallback((from, to) -> scaled(leg(instance, manager, from, to)));
        model.setArcCostEvaluatorOfAllVehicles(distance);
        model.setFixedCostOfAllVehicles(VEHICLE_COST);
        int time = model.registerTransitCallback(
                (from, to) -> scaled(node(instance, manager, from).service() + leg(instance, manager, from, to)));
        long horizon = scaled(instance.depot().due());
        model.addDimension(time, horizon, horizon, false, "time");
        RoutingDimension times = model.getMutableDimension("time");
        for (int i = 1; i < instance.order().size(); i++) {
            Node node = instance.node(instance.order().get(i));
            times.cumulVar(manager.nodeToIndex(i)).setRange(scaled(node.ready()), scaled(node.due()));
        }
    }

    private static void carry(LiLim instance, RoutingIndexManager manager, RoutingModel model) {
        int demand = model.registerUnaryTransitCallback(
                from -> node(instance, manager, from).demand());
        model.addDimension(demand, 0, instance.capacity(), true, "load");
    }

    private static void pair(int stops, RoutingIndexManager manager, RoutingModel model) {
        Solver solver = model.solver();
        RoutingDimension times = model.getMutableDimension("time");
        for (int i = 1; i < stops; i += 2) {
            long pickup = manager.nodeToIndex(i);
            long dropoff = manager.nodeToIndex(i + 1);
            model.addPickupAndDelivery(pickup, dropoff);
            solver.addConstraint(solver.makeEquality(model.vehicleVar(pickup), model.vehicleVar(dropoff)));
            solver.addConstraint(solver.makeLessOrEqual(times.cumulVar(pickup), times.cumulVar(dropoff)));
        }
    }

    private static List<List<Integer>> routes(
            LiLim instance, RoutingIndexManager manager, RoutingModel model, Assignment solution) {
        List<List<Integer>> routes = new ArrayList<>();
        for (int vehicle = 0; vehicle < instance.vehicles(); vehicle++) {
            List<Integer> route = new ArrayList<>();
            long at = solution.value(model.nextVar(model.start(vehicle)));
            while (!model.isEnd(at)) {
                route.add(instance.order().get(manager.indexToNode(at)));
                at = solution.value(model.nextVar(at));
            }
            if (!route.isEmpty()) {
                routes.add(route);
            }
        }
        return routes;
    }

    private static Node node(LiLim instance, RoutingIndexManager manager, long index) {
        return instance.node(instance.order().get(manager.indexToNode(index)));
    }

    private static double leg(LiLim instance, RoutingIndexManager manager, long from, long to) {
        return node(instance, manager, from).distance(node(instance, manager, to));
    }

    /** Rounded up, so that what is in time here is in time for the referee. */
    private static long scaled(double value) {
        return (long) Math.ceil(value * SCALE);
    }
}
