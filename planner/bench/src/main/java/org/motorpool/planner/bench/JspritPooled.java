package org.motorpool.planner.bench;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.termination.TimeTermination;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Shipment;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Solutions;
import java.time.Duration;
import java.util.List;
import org.motorpool.planner.bench.LiLim.Node;

/** GraphHopper's jsprit on an instance of Li and Lim: its default algorithm with a dear vehicle. */
final class JspritPooled {

    private static final double VEHICLE_COST = 10_000;

    private JspritPooled() {}

    /** Routes of node ids. */
    static List<List<Integer>> solve(LiLim instance, Duration time) {
        VehicleRoutingAlgorithm algorithm = Jsprit.createAlgorithm(problem(instance));
        algorithm.setMaxIterations(Integer.MAX_VALUE);
        TimeTermination end = new TimeTermination(time.toMillis());
        algorithm.setPrematureAlgorithmTermination(end);
        algorithm.addListener(end);
        VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
        return best.getRoutes().stream().map(JspritPooled::ids).toList();
    }

    private static VehicleRoutingProblem problem(LiLim instance) {
        VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance("vehicle")
                .addCapacityDimension(0, instance.capacity())
                .setFixedCost(VEHICLE_COST)
                .build();
        VehicleRoutingProblem.Builder problem =
                VehicleRoutingProblem.Builder.newInstance().setFleetSize(VehicleRoutingProblem.FleetSize.FINITE);
        for (int i = 0; i < instance.vehicles(); i++) {
            problem.addVehicle(VehicleImpl.Builder.newInstance("vehicle " + i)
                    .setStartLocation(location(instance.depot()))
                    .setType(type)
                    .setEarliestStart(instance.depot().ready())
                    .setLatestArrival(instance.depot().due())
                    .build());
        }
        instance.nodes().values().stream()
                .filter(Node::isPickup)
                .map(pickup -> shipment(pickup, instance.node(pickup.partner())))
                .forEach(problem::addJob);
        return problem.build();
    }

    private static Shipment shipment(Node pickup, Node dropoff) {
        return Shipment.Builder.newInstance(pickup.id() + " " + dropoff.id())
                .addSizeDimension(0, pickup.demand())
                .setPickupLocation(location(pickup))
                .setPickupTimeWindow(TimeWindow.newInstance(pickup.ready(), pickup.due()))
                .setPickupServiceTime(pickup.service())
                .setDeliveryLocation(location(dropoff))
                .setDeliveryTimeWindow(TimeWindow.newInstance(dropoff.ready(), dropoff.due()))
                .setDeliveryServiceTime(dropoff.service())
                .build();
    }

    private static Location location(Node node) {
        return Location.newInstance(node.x(), node.y());
    }

    private static List<Integer> ids(VehicleRoute route) {
        return route.getActivities().stream()
                .map(activity -> id(activity, activity.getName().startsWith("pickup") ? 0 : 1))
                .toList();
    }

    private static int id(TourActivity activity, int end) {
        return Integer.parseInt(
                ((TourActivity.JobActivity) activity).getJob().getId().split(" ")[end]);
    }
}
