package org.motorpool.planner.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.motorpool.planner.bench.LiLim.Node;

/** Checks routes against the instance itself, with no code of any search. */
final class LiLimReferee {

    private static final double EPSILON = 1e-6;

    private LiLimReferee() {}

    /** The length of all routes; fails and says why when they are no solution. */
    static double length(LiLim instance, List<List<Integer>> routes) {
        require(routes.size() <= instance.vehicles(), "%d routes for %d vehicles", routes.size(), instance.vehicles());
        Set<Integer> visited = new HashSet<>();
        double length = routes.stream()
                .mapToDouble(route -> length(instance, route, visited))
                .sum();
        require(
                visited.size() == instance.nodes().size() - 1,
                "%d of %d nodes are visited",
                visited.size(),
                instance.nodes().size() - 1);
        return length;
    }

    private static double length(LiLim instance, List<Integer> route, Set<Integer> visited) {
        Set<Integer> aboard = new HashSet<>();
        Node here = instance.depot();
        double time = here.ready();
        double length = 0;
        int load = 0;
        for (int id : route) {
            Node next = instance.node(id);
            require(id != 0 && visited.add(id), "node %d is visited twice", id);
            double leg = here.distance(next);
            length += leg;
            time = Math.max(next.ready(), time + here.service() + leg);
            require(time <= next.due() + EPSILON, "node %d is reached at %f, due %f", id, time, next.due());
            load += next.demand();
            require(load <= instance.capacity(), "load %d at node %d, capacity %d", load, id, instance.capacity());
            if (next.isPickup()) {
                aboard.add(id);
            } else {
                require(aboard.remove(next.partner()), "node %d comes before its pick-up %d", id, next.partner());
            }
            here = next;
        }
        double home = here.distance(instance.depot());
        require(aboard.isEmpty(), "a route ends with %s aboard", aboard);
        require(
                time + here.service() + home <= instance.depot().due() + EPSILON,
                "a route ends after %f",
                instance.depot().due());
        return length + home;
    }

    private static void require(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new IllegalStateException("no solution: " + message.formatted(values));
        }
    }
}
