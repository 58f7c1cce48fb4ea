package org.motorpool.planner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motorpool.planner.search.PooledProblem;

/**
 * An instance of Li and Lim's benchmark for pickup and delivery with time windows. A node line is {@code id x y demand ready due
 * service pickup delivery}.
 *
 * @param nodes by id; 0 is the depot
 * @param order ids in the order of a {@link PooledProblem}: the depot, then pick-up and drop-off of each ride
 */
record LiLim(String name, int vehicles, int capacity, Map<Integer, Node> nodes, List<Integer> order) {

    private static final int COLUMNS = 9;

    /** A node; {@code partner} is the other end of its ride, 0 for the depot. */
    record Node(int id, double x, double y, int demand, double ready, double due, double service, int partner) {

        double distance(Node other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        boolean isPickup() {
            return demand > 0;
        }
    }

    LiLim {
        nodes = Map.copyOf(nodes);
        order = List.copyOf(order);
    }

    static LiLim read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .toList();
        int[] head = numbers(file, lines.getFirst(), 2);
        Map<Integer, Node> nodes = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Node node = node(numbers(file, line, COLUMNS));
            nodes.put(node.id(), node);
        }
        List<Integer> order = new ArrayList<>(List.of(0));
        nodes.values().stream()
                .filter(Node::isPickup)
                .forEach(node -> order.addAll(List.of(node.id(), node.partner())));
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        return new LiLim(name, head[0], head[1], nodes, order);
    }

    private static int[] numbers(Path file, String line, int least) {
        try {
            int[] numbers = Arrays.stream(line.strip().split("\\s+"))
                    .mapToInt(text -> (int) Double.parseDouble(text))
                    .toArray();
            if (numbers.length >= least) {
                return numbers;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException("%s: \"%s\" should be %d numbers".formatted(file, line, least));
    }

    private static Node node(int[] n) {
        return new Node(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7] + n[8]);
    }

    PooledProblem problem() {
        return new PooledProblem(
                vehicles,
                capacity,
                order.stream()
                        .map(nodes::get)
                        .map(node -> new PooledProblem.Stop(
                                node.x(), node.y(), node.demand(), node.ready(), node.due(), node.service()))
                        .toList());
    }

    Node depot() {
        return node(0);
    }

    Node node(int id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("%s has no node %d".formatted(name, id));
        }
        return node;
    }
}
