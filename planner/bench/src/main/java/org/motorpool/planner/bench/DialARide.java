package org.motorpool.planner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.motorpool.planner.search.PooledProblem;

/**
 * An instance of Cordeau's benchmark for the dial-a-ride problem: a first line {@code vehicles requests route-limit capacity
 * ride-limit}, the depot, all pick-ups, all drop-offs in the same order, each {@code id x y service load earliest latest}.
 *
 * @param nodes by id; 0 is the depot, the drop-off of pick-up {@code i} is {@code i + requests}
 * @param route most from leaving the depot to coming back
 * @param ride most on board
 */
record DialARide(String name, int vehicles, int capacity, double route, double ride, List<Node> nodes) {

    private static final int HEAD = 5;
    private static final int COLUMNS = 7;

    record Node(int id, double x, double y, double service, int load, double earliest, double latest) {

        double distance(Node other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    DialARide {
        nodes = List.copyOf(nodes);
    }

    static DialARide read(Path file) throws IOException {
        List<double[]> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                lines.add(numbers(file, line, lines.isEmpty() ? HEAD : COLUMNS));
            }
        }
        double[] head = lines.getFirst();
        List<Node> nodes = lines.stream().skip(1).map(DialARide::node).toList();
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        // some files name the depot again at the end
        return new DialARide(
                name, (int) head[0], (int) head[3], head[2], head[4], nodes.subList(0, (nodes.size() - 1) / 2 * 2 + 1));
    }

    private static double[] numbers(Path file, String line, int count) {
        try {
            double[] numbers = Arrays.stream(line.strip().split("\\s+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (numbers.length == count) {
                return numbers;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException("%s: \"%s\" should be %d numbers".formatted(file, line, count));
    }

    private static Node node(double[] n) {
        return new Node((int) n[0], n[1], n[2], n[3], (int) n[4], n[5], n[6]);
    }

    int requests() {
        return nodes.size() / 2;
    }

    PooledProblem problem() {
        List<PooledProblem.Stop> stops = new ArrayList<>(List.of(stop(0)));
        for (int request = 1; request <= requests(); request++) {
            stops.add(stop(request));
            stops.add(stop(request + requests()));
        }
        return new PooledProblem(vehicles, capacity, stops, new PooledProblem.Limits(ride, route));
    }

    /** The node of a stop of the {@link #problem}. */
    int id(int stop) {
        int request = (stop + 1) / 2;
        return stop % 2 == 1 ? request : request + requests();
    }

    private PooledProblem.Stop stop(int id) {
        Node node = nodes.get(id);
        return new PooledProblem.Stop(node.x(), node.y(), node.load(), node.earliest(), node.latest(), node.service());
    }
}
