package org.motorpool.planner.bench.day;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DaySolution;

/** {@code bench planner --day}: a made day planned, recommended into, driven with events and explained; a referee sees every plan. */
public final class DayBench {

    private static final int EVENTS = 240;
    private static final double SECOND_NS = 1e9;
    private static final int[] CURVE = {500, 1_000, 2_000, 5_000, 10_000};
    private static final double MEGABYTE = 1 << 20;

    private final DayOptions options;
    private final LongSupplier clock_ns;

    /** @param clock_ns processor time of the calling thread */
    public DayBench(DayOptions options, LongSupplier clock_ns) {
        this.options = options;
        this.clock_ns = clock_ns;
    }

    /** The last line of the benchmark. */
    public ObjectNode run() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("bench", "planner").put("seconds", options.seconds());
        if (options.curve()) {
            curve(json);
        } else {
            day(json);
        }
        return json;
    }

    private void day(ObjectNode json) {
        DayFacts facts = MadeDay.of(options.rides(), options.vehicles(), options.seed())
                .withTimeFactors(MadeDay.rushHours(options.rushHours()));
        SolvedDay solved = solve(facts);
        json.put("day", options.rides() + "x" + options.vehicles())
                .put("seed", options.seed())
                .put("rush_hours", options.rushHours());
        json.put("first_complete_s", round(solved.first_ns() / SECOND_NS));
        json.put("step_us", round(solved.step_ns() / 1e3))
                .put("steps", solved.solution().steps());
        tell(json, solved.solution());
        json.put("live_mb", live_mb());
        new DayQuestions(solved, clock_ns, options.seed(), EVENTS).ask(json);
        new SharingSaving(facts, variant -> solve(variant).solution()).tell(json.putObject("variants"));
    }

    private SolvedDay solve(DayFacts facts) {
        SolvedDay solved = SolvedDay.solve(facts, options.seed(), (long) (options.seconds() * SECOND_NS), clock_ns);
        System.err.println("planned: " + solved.solution().cost());
        return solved;
    }

    private static void tell(ObjectNode json, DaySolution solution) {
        json.put("vehicles", solution.routes().size())
                .put("unserved", solution.unserved().size())
                .put("rented", solution.rented().size())
                .put("cost_fen", solution.cost().total_fen());
        ObjectNode terms = json.putObject("terms_fen");
        solution.cost()
                .terms_fen()
                .forEach((term, fen) -> terms.put(term.name().toLowerCase(java.util.Locale.ROOT), fen));
    }

    /** Time of one ruin and recreation beside what n·log n would allow, from the smallest day on. */
    private void curve(ObjectNode json) {
        solve(MadeDay.of(CURVE[0], 2 * CURVE[0] / 5, options.seed())); // compiles
        double first = 0;
        for (int rides : CURVE) {
            SolvedDay solved = solve(MadeDay.of(rides, 2 * rides / 5, options.seed()));
            double perLog = solved.step_ns() / (rides * Math.log(rides));
            first = first == 0 ? perLog : first;
            json.withArray("curve")
                    .addObject()
                    .put("rides", rides)
                    .put("first_complete_s", round(solved.first_ns() / SECOND_NS))
                    .put("step_us", round(solved.step_ns() / 1e3))
                    .put("of_n_log_n", round(perLog / first))
                    .put("live_mb", live_mb());
        }
    }

    /** Memory that is in use after a collection. */
    private static double live_mb() {
        System.gc();
        return round(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE);
    }

    static double round(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
