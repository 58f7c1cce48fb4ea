package org.motorpool.planner.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.PooledSearch;
import org.motorpool.planner.search.PooledSolution;

/** One instance of Li and Lim: the search, then each peer with the same time; a referee looks at every solution. */
final class LiLimContest {

    private final LiLim instance;
    private final Options options;
    private final Optional<BestKnown> bestKnown;

    LiLimContest(LiLim instance, Options options, Optional<BestKnown> bestKnown) {
        this.instance = instance;
        this.options = options;
        this.bestKnown = bestKnown;
    }

    ObjectNode run() throws IOException {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("name", instance.name());
        long start_ns = Processor.now_ns();
        List<List<Integer>> routes = search();
        double cpu_s = Processor.since_s(start_ns);
        double length = LiLimReferee.length(instance, routes);
        row.put("vehicles", routes.size()).put("distance", Rounding.two(length)).put("cpu_s", cpu_s);
        bestKnown.ifPresent(best -> compare(row, routes.size(), length, best));
        SolutionFile.write(
                options.out(),
                instance.name(),
                IntStream.range(0, routes.size())
                        .mapToObj(i -> SolutionFile.line("Route", i + 1, routes.get(i)))
                        .toList());
        if (options.peers().contains("or-tools")) {
            judge(row.withObjectProperty("peers").putObject("or-tools"), () -> OrToolsPooled.solve(instance, time()));
        }
        if (options.peers().contains("jsprit")) {
            judge(row.withObjectProperty("peers").putObject("jsprit"), () -> JspritPooled.solve(instance, time()));
        }
        return row;
    }

    private Duration time() {
        return Duration.ofSeconds(options.seconds());
    }

    private List<List<Integer>> search() {
        Budget budget = Budget.ofTime(time().toNanos(), Processor::now_ns);
        PooledSolution solution = new PooledSearch(instance.problem(), options.seed()).solve(budget);
        return solution.tours().stream()
                .map(tour -> tour.stream().map(instance.order()::get).toList())
                .toList();
    }

    private static void compare(ObjectNode row, int vehicles, double length, BestKnown best) {
        row.put("best_known_vehicles", best.vehicles()).put("best_known_distance", best.distance());
        if (vehicles == best.vehicles()) {
            row.put("gap_percent", Rounding.two(100 * (length / best.distance() - 1)));
        }
    }

    /** A peer's solution. */
    interface Peer {
        List<List<Integer>> solve();
    }

    private void judge(ObjectNode json, Peer peer) {
        long start_ns = Processor.now_ns();
        List<List<Integer>> routes = peer.solve();
        json.put("vehicles", routes.size()).put("cpu_s", Processor.since_s(start_ns));
        try {
            json.put("distance", Rounding.two(LiLimReferee.length(instance, routes)));
        } catch (IllegalStateException e) {
            json.put("invalid", e.getMessage());
        }
    }
}
