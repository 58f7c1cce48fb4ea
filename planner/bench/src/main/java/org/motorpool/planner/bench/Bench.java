package org.motorpool.planner.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import org.motorpool.planner.bench.day.DayBench;
import org.motorpool.planner.bench.day.DayOptions;
import org.motorpool.planner.bench.day.HttpBench;
import org.motorpool.planner.bench.day.HttpOptions;
import org.motorpool.planner.bench.day.PlanBench;
import org.motorpool.planner.bench.day.ServiceOptions;
import org.motorpool.planner.bench.day.YearBench;

/** {@code bench planner}: solves benchmark files, the peers beside it; progress on stderr, the result on stdout. */
public final class Bench {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, GeneralSecurityException {
        List<String> all = Arrays.asList(arguments);
        List<String> asked = all.isEmpty() ? all : all.subList(1, all.size());
        try {
            System.out.println(answer(asked));
        } catch (IllegalArgumentException e) {
            System.err.println("✗ " + e.getMessage());
            System.exit(2);
        }
        System.exit(0);
    }

    private static String answer(List<String> asked)
            throws IOException, InterruptedException, GeneralSecurityException {
        if (HttpOptions.ask(asked)) {
            return HttpBench.run(HttpOptions.read(asked), System.getenv()).toString();
        }
        if (ServiceOptions.ask(asked)) {
            return service(ServiceOptions.read(asked));
        }
        return DayOptions.ask(asked)
                ? new DayBench(DayOptions.read(asked), Processor::now_ns).run().toString()
                : run(Options.read(asked));
    }

    private static String service(ServiceOptions options) throws IOException {
        return options.uses() > 0
                ? new YearBench(options).run().toString()
                : new PlanBench(options).run().toString();
    }

    private static String run(Options options) throws IOException {
        ObjectNode result = JSON.createObjectNode().put("bench", "planner").put("seconds", options.seconds());
        Totals totals = new Totals();
        for (Path file : options.files()) {
            ObjectNode row = row(file, options);
            System.err.println(row);
            result.withArray("instances").add(row);
            totals.add(row);
        }
        result.set("totals", totals.toJson());
        return result.toString();
    }

    private static ObjectNode row(Path file, Options options) throws IOException {
        if (file.toString().endsWith(".csv")) {
            return new DayContest(Day.read(file), options).run();
        }
        return options.dialARide()
                ? new DialARideContest(DialARide.read(file), options, BestKnown.findLength(file)).run()
                : new LiLimContest(LiLim.read(file), options, BestKnown.find(file)).run();
    }
}
