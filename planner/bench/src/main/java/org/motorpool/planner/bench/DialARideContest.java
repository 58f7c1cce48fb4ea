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

/** One dial-a-ride instance: the shortest routes that keep the limits; a referee looks at the solution. */
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
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("name", instance.name());
        long start_ns = Processor.now_ns();
        List<List<Integer>> routes = search();
        row.put("kind", Totals.DIAL_A_RIDE).put("vehicles", routes.size()).put("cpu_s", Processor.since_s(start_ns));
        judge(row, routes);
        SolutionFile.write(
                options.out(),
                instance.name(),
                IntStream.range(0, routes.size())
                        .mapToObj(i -> SolutionFile.line("Route", i + 1, routes.get(i)))
                        .toList());
        return row;
    }

    private List<List<Integer>> search() {
        long time_ns = Duration.ofSeconds(options.seconds()).toNanos();
        PooledSolution solution =
                new PooledSearch(instance.problem(), options.seed()).shorten(Budget.ofTime(time_ns, Processor::now_ns));
        return solution.tours().stream()
                .map(tour -> tour.stream().map(instance::id).toList())
                .toList();
    }

    private void judge(ObjectNode row, List<List<Integer>> routes) {
        try {
            double length = DialARideReferee.length(instance, routes);
            row.put("distance", Rounding.two(length));
            bestKnown.ifPresent(best ->
                    row.put("best_known_distance", best).put("gap_percent", Rounding.two(100 * (length / best - 1))));
        } catch (IllegalStateException e) {
            row.put("invalid", e.getMessage());
        }
    }
}
