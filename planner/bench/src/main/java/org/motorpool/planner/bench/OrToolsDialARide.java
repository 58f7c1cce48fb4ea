package org.motorpool.planner.bench;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.SearchLimit;
import com.google.ortools.constraintsolver.Solver;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motorpool.planner.bench.DialARide.Node;

/** Google OR-Tools on a dial-a-ride instance: guided local search, the length of all routes, integers in thousandths. */
final class OrToolsDialARide {

    private static final int SCALE = 1_000;

    /** It may take so many times as long by the clock, where others have the machine. */
    private static final int PATIENCE = 20;

    /** Without a way out it finds no first solution where vehicles are few. */
    private static final long LEFT_OUT = 10_000_000;

    private final DialARide instance;
    private final RoutingIndexManager manager;
    private final RoutingModel model;

    private OrToolsDialARide(DialARide instance) {
        this.instance = instance;
        this.manager = new RoutingIndexManager(instance.nodes().size(), instance.vehicles(), 0);
        this.model = new RoutingModel(manager);
    }

    /** Routes of node ids, perhaps not through all nodes; none when it finds no solution. */
    static List<List<Integer>> solve(DialARide instance, Duration time) {
        Loader.loadNativeLibraries();
        OrToolsDialARide peer = new OrToolsDialARide(instance);
        peer.drive();
        peer.carry();
        peer.pair();
        SearchLimit processor = peer.limit(time);
        Assignment solution = peer.model.solveWithParameters(OrToolsPooled.parameters(time.multipliedBy(PATIENCE)));
        Reference.reachabilityFence(processor);
        return solution == null ? List.of() : peer.routes(solution);
    }

    /** Processor time as for the search itself: the peer knows that of the clock alone. */
    private SearchLimit limit(Duration time) {
        long end_ns = Processor.now_ns() + time.toNanos();
        SearchLimit limit = model.solver().makeCustomLimit(() -> Processor.now_ns() >= end_ns);
        model.addSearchMonitor(limit);
        return limit;
    }

    private void drive() {
        int distance =
                model.registerTransitCallback((from, to) -> later(node(from).distance(node(to))));
        model.setArcCostEvaluatorOfAllVehicles(distance);
        int time = model.registerTransitCallback(
                (from, to) -> later(node(from).service() + node(from).distance(node(to))));
        long horizon = sooner(instance.nodes().getFirst().latest());
        model.addDimension(time, horizon, horizon, false, "time");
        RoutingDimension times = model.getMutableDimension("time");
        for (int id = 1; id < instance.nodes().size(); id++) {
            Node node = instance.nodes().get(id);
            times.cumulVar(manager.nodeToIndex(id))
                    .setRange(later(node.earliest()), Math.min(horizon, sooner(node.latest())));
        }
        for (int vehicle = 0; vehicle < instance.vehicles(); vehicle++) {
            times.setSpanUpperBoundForVehicle(sooner(instance.route()), vehicle);
        }
    }

    private void carry() {
        int load = model.registerUnaryTransitCallback(from -> node(from).load());
        model.addDimension(load, 0, instance.capacity(), true, "load");
    }

    /** Both stops are one vehicle's, in their order, and not too far apart in time. */
    private void pair() {
        Solver solver = model.solver();
        RoutingDimension times = model.getMutableDimension("time");
        for (int id = 1; id <= instance.requests(); id++) {
            long pickup = manager.nodeToIndex(id);
            long dropoff = manager.nodeToIndex(id + instance.requests());
            model.addPickupAndDelivery(pickup, dropoff);
            model.addDisjunction(new long[] {pickup}, LEFT_OUT);
            model.addDisjunction(new long[] {dropoff}, LEFT_OUT);
            solver.addConstraint(solver.makeEquality(model.vehicleVar(pickup), model.vehicleVar(dropoff)));
            solver.addConstraint(solver.makeLessOrEqual(times.cumulVar(pickup), times.cumulVar(dropoff)));
            long most = sooner(instance.ride() + instance.nodes().get(id).service());
            solver.addConstraint(
                    solver.makeLessOrEqual(times.cumulVar(dropoff), solver.makeSum(times.cumulVar(pickup), most)));
        }
    }

    private List<List<Integer>> routes(Assignment solution) {
        List<List<Integer>> routes = new ArrayList<>();
        for (int vehicle = 0; vehicle < instance.vehicles(); vehicle++) {
            List<Integer> route = new ArrayList<>();
            long at = solution.value(model.nextVar(model.start(vehicle)));
            while (!model.isEnd(at)) {
                route.add(manager.indexToNode(at));
                at = solution.value(model.nextVar(at));
            }
            if (!route.isEmpty()) {
                routes.add(route);
            }
        }
        return routes;
    }

    private Node node(long index) {
        return instance.nodes().get(manager.indexToNode(index));
    }

    /** Rounded up, and limits down, so that what is in time here is in time for the referee. */
    private static long later(double value) {
        return (long) Math.ceil(value * SCALE);
    }

    private static long sooner(double value) {
        return (long) Math.floor(value * SCALE);
    }
}
