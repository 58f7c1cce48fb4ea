package org.motorpool.planner.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.motorpool.planner.bench.DialARide.Node;

/**
 * Checks routes against the instance itself, with no code of any search. Whether a route can be timed is a question of differences between
 * times, and answered by Bellman and Ford over all of them at once.
 */
final class DialARideReferee {

    private static final double EPSILON = 1e-6;

    /** Stop {@code to} begins at least {@code gap} after stop {@code from}. */
    private record Demand(int from, int to, double gap) {}

    private DialARideReferee() {}

    /** The length of all routes of node ids; fails and says why when they are no solution. */
    static double length(DialARide instance, List<List<Integer>> routes) {
        require(routes.size() <= instance.vehicles(), "%d routes, %d vehicles", routes.size(), instance.vehicles());
        Set<Integer> visited = new HashSet<>();
        double length = 0;
        for (List<Integer> route : routes) {
            route.forEach(id -> require(id > 0 && visited.add(id), "node %d is visited twice", id));
            carries(instance, route);
            List<Node> way = way(instance, route);
            require(canBeTimed(instance, way), "route %s breaks a window, the ride or the route limit", route);
            for (int i = 1; i < way.size(); i++) {
                length += way.get(i - 1).distance(way.get(i));
            }
        }
        int all = 2 * instance.requests();
        require(visited.size() == all, "%d of %d nodes are visited", visited.size(), all);
        return length;
    }

    private static List<Node> way(DialARide instance, List<Integer> route) {
        List<Node> way = new ArrayList<>(List.of(instance.nodes().getFirst()));
        route.forEach(id -> way.add(instance.nodes().get(id)));
        way.add(instance.nodes().getFirst());
        return way;
    }

    private static void carries(DialARide instance, List<Integer> route) {
        Set<Integer> aboard = new HashSet<>();
        int load = 0;
        for (int id : route) {
            load += instance.nodes().get(id).load();
            require(load <= instance.capacity(), "load %d at node %d", load, id);
            boolean pickup = id <= instance.requests();
            require(
                    pickup ? aboard.add(id) : aboard.remove(id - instance.requests()),
                    "node %d comes before its pick-up",
                    id);
        }
        require(aboard.isEmpty(), "a route ends with %s aboard", aboard);
    }

    private static boolean canBeTimed(DialARide instance, List<Node> way) {
        List<Demand> demands = demands(instance, way);
        double[] time = way.stream().mapToDouble(Node::earliest).toArray();
        for (int round = 0; round <= way.size(); round++) {
            boolean raised = false;
            for (Demand demand : demands) {
                double least = time[demand.from()] + demand.gap();
                if (least > time[demand.to()] + EPSILON) {
                    time[demand.to()] = least;
                    raised = true;
                }
            }
            if (!raised) {
                return inTime(way, time);
            }
        }
        return false;
    }

    private static boolean inTime(List<Node> way, double[] time) {
        double[] due = way.stream().mapToDouble(Node::latest).toArray();
        Arrays.setAll(due, i -> due[i] + EPSILON - time[i]);
        return Arrays.stream(due).allMatch(left -> left >= 0);
    }

    private static List<Demand> demands(DialARide instance, List<Node> way) {
        List<Demand> demands = new ArrayList<>();
        Map<Integer, Integer> place = new HashMap<>();
        int end = way.size() - 1;
        for (int i = 1; i <= end; i++) {
            Node before = way.get(i - 1);
            demands.add(new Demand(i - 1, i, before.service() + before.distance(way.get(i))));
            place.put(way.get(i).id(), i);
        }
        for (int i = 1; i < end; i++) {
            Integer dropoff = place.get(way.get(i).id() + instance.requests());
            if (way.get(i).id() <= instance.requests() && dropoff != null) {
                demands.add(new Demand(dropoff, i, -instance.ride() - way.get(i).service()));
            }
        }
        demands.add(new Demand(end, 0, -instance.route()));
        return demands;
    }

    private static void require(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new IllegalStateException("no solution: " + message.formatted(values));
        }
    }
}
