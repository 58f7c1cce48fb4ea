package org.motorpool.planner.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.PooledSearch;
import org.motorpool.planner.search.PooledSolution;

/** One dial-a-ride instance: the shortest routes that keep the limits, then OR-Tools with the same time; a referee looks at both. */
final class DialARideContest {

    private final DialARide instance;
    private final Options options;
    private final OptionalDouble bestKnown;

    DialARideContest(DialARide instance, Options options, OptionalDouble bestKnown) {
        this.instance = instance;
        this.options = options;
        this.bestKnown = bestKnown;
    }

    ObjectNode run() throws IOException {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("name", instance.name())
                .put("kind", Totals.DIAL_A_RIDE);
        bestKnown.ifPresent(best -> row.put("best_known_distance", best));
        long start_ns = Processor.now_ns();
        PooledSolution solution = search();
        row.put("steps", solution.steps());
        List<List<Integer>> routes = solution.tours().stream()
                .map(tour -> tour.stream().map(instance::id).toList())
                .toList();
        judge(row, routes, start_ns);
        SolutionFile.write(options.out(), instance.name(), lines(routes));
        if (options.peers().contains("or-tools")) {
            long peer_ns = Processor.now_ns();
            ObjectNode peer = row.withObjectProperty("peers").putObject("or-tools");
            judge(peer, OrToolsDialARide.solve(instance, time()), peer_ns);
        }
        return row;
    }

    private Duration time() {
        return Duration.ofSeconds(options.seconds());
    }

    private PooledSolution search() {
        Budget budget = Budget.ofTime(time().toNanos(), Processor::now_ns);
        return new PooledSearch(instance.problem(), options.seed()).shorten(budget);
    }

    private static List<String> lines(List<List<Integer>> routes) {
        return IntStream.range(0, routes.size())
                .mapToObj(i -> SolutionFile.line("Route", i + 1, routes.get(i)))
                .toList();
    }

    private void judge(ObjectNode json, List<List<Integer>> routes, long start_ns) {
        json.put("vehicles", routes.size()).put("cpu_s", Processor.since_s(start_ns));
        try {
            double length = DialARideReferee.length(instance, routes);
            json.put("distance", Rounding.two(length));
            bestKnown.ifPresent(best -> json.put("gap_percent", Rounding.two(100 * (length / best - 1))));
        } catch (IllegalStateException e) {
            json.put("invalid", e.getMessage());
        }
    }
}
