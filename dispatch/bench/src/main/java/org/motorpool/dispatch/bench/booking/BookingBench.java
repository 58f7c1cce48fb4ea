package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.motorpool.dispatch.bench.platform.Application;
import org.motorpool.dispatch.bench.platform.Surroundings;

/**
 * The benchmark {@code booking}: bookings through the HTTP API of the real process with a million past orders in its tables;
 * races for one vehicle between two processes; kills in the middle of it all.
 */
public final class BookingBench {

    private static final int HEAP_mb = 768;
    private static final int SECOND_HEAP_mb = 256;
    private static final Duration WARMING_UP = Duration.ofSeconds(10);
    private static final Duration WARMING_UP_AT_MOST = Duration.ofMinutes(5);

    /** The runs of the night would fall into the measurement: here every night is over when the platform starts. */
    private static final Map<String, String> NO_NIGHT = Map.of(
            "MOTORPOOL_DISPATCH_SUPERVISION_NIGHTLY", "false", "MOTORPOOL_DISPATCH_RECONCILIATION_NIGHTLY", "false");

    private final Options options;
    private final Surroundings surroundings;
    private final PrintStream progress;
    private final Fleet fleet;
    private final Chain chain;
    private final Load load;
    private final ObjectNode result = new ObjectMapper().createObjectNode().put("benchmark", "booking");

    private BookingBench(Options options, Surroundings surroundings, PrintStream progress) throws Exception {
        this.options = options;
        this.surroundings = surroundings;
        this.progress = progress;
        this.fleet = new Fleet(surroundings.privateKey(), "/100000/");
        this.chain = new Chain(fleet);
        this.load = new Load(chain, new Calls(surroundings.port(), false));
    }

    /**
     * Measures, with progress on {@code progress}, and answers the result as one line of JSON. Without the application's command it
     * only reads the arguments, which an {@link IllegalArgumentException} finds fault with.
     */
    public static String run(List<String> arguments, PrintStream progress) throws Exception {
        Options options = Options.parse(arguments);
        if (options.application().isEmpty()) {
            return "";
        }
        Surroundings surroundings = Surroundings.of(System.getenv());
        BookingBench bench = new BookingBench(options, surroundings, progress);
        try (Application application = new Application(options.application(), surroundings, NO_NIGHT)) {
            bench.measure(application);
        }
        return bench.result.toString();
    }

    private void measure(Application application) throws Exception {
        progress.println("» 准备数据库 / preparing the database");
        application.start(HEAP_mb);
        application.stop();
        try (Connection connection = connect()) {
            new Past(fleet, options.pastOrders()).fill(connection, progress);
        }
        application.start(HEAP_mb);
        for (Options.Part part : options.parts()) {
            switch (part) {
                case LOADS -> loads();
                case RACES -> races();
                case SIZING -> sizing();
                case WALK -> walk();
                case KILLS -> crashes(application);
            }
        }
        application.stop();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(surroundings.databaseUrl(), "motorpool", surroundings.ownerPassword());
    }

    private void loads() throws Exception {
        progress.println("» 预热 / warming up");
        double warmUp_s = load.warmUp(WARMING_UP, WARMING_UP_AT_MOST);
        progress.printf("  %.0f s%n» 最大吞吐 / as many as go%n", warmUp_s);
        Load.Measured most = load.closed(Duration.ofSeconds(options.seconds()));
        progress.printf("  %.0f 链/秒 / chains per second%n", most.chains_per_s());
        progress.println("» 一半负载 / half of that");
        Load.Measured half = load.open(most.chains_per_s() / 2, Duration.ofSeconds(options.seconds()));
        progress.printf("  p50 %.1f ms，p99 %.1f ms%n", ms(half, 50), ms(half, 99));
        result.put("chains_per_s", Math.round(most.chains_per_s() * 10) / 10.0)
                .put("full_p99_ms", ms(most, 99))
                .put("half_chains_per_s", Math.round(half.chains_per_s() * 10) / 10.0)
                .put("p50_ms", ms(half, 50))
                .put("p99_ms", ms(half, 99))
                .put("warm_up_s", Math.round(warmUp_s))
                .put("past_orders", options.pastOrders());
    }

    private static double ms(Load.Measured measured, double percentile) {
        Histogram latencies_us = measured.latencies_us();
        return Math.round(latencies_us.getValueAtPercentile(percentile) / 100.0) / 10.0;
    }

    private void races() throws Exception {
        progress.println("» 争抢同一车辆和时段 / races for one vehicle and period");
        int port = freePort();
        Surroundings beside = surroundings.at(port);
        try (Application second = new Application(options.application(), beside, beside(port))) {
            second.start(SECOND_HEAP_mb);
            Race race = new Race(
                    chain, List.of(new Calls(surroundings.port(), false), new Calls(port, false)), options.attempts());
            int winners = 0;
            int others = 0;
            for (int round = 0; round < options.rounds(); round++) {
                Race.Outcome outcome = race.run(load.next(), round);
                winners += outcome.winners();
                others += outcome.others();
                progress.printf("  %d × 201，%d × 409，%d%n", outcome.winners(), outcome.refused(), outcome.others());
            }
            result.put("race_attempts", options.attempts())
                    .put("race_rounds", options.rounds())
                    .put("race_winners", winners)
                    .put("race_others", others);
        }
    }

    private static Map<String, String> beside(int port) {
        Map<String, String> environment = new HashMap<>(NO_NIGHT);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("MOTORPOOL_JT808_PORT", "0");
        return environment;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void sizing() throws InterruptedException {
        progress.println("» 一年的最少车辆 / the least fleet of a year");
        Sizing sizing = Sizing.measure(fleet.unitOf(0), new Calls(surroundings.port(), false));
        progress.printf("  %,d 次用车 / uses，%.2f s%n", sizing.uses(), sizing.median_s());
        result.put("sizing_uses", sizing.uses()).put("sizing_s", sizing.median_s());
    }

    private void walk() throws Exception {
        progress.println("» 随机步骤 / random steps");
        long begun_ns = System.nanoTime();
        try (Connection connection = connect()) {
            RandomSteps.Report report = new RandomSteps(fleet, new Calls(surroundings.port(), false), connection)
                    .take(options.steps(), options.seed());
            double seconds = (System.nanoTime() - begun_ns) / 1e9;
            progress.printf("  %s，%.0f 步/秒 / steps per second%n", report, options.steps() / seconds);
            result.put("steps", options.steps())
                    .put("steps_done", report.done())
                    .put("steps_refused", report.refused())
                    .put("steps_failed", report.failures())
                    .put("kinds_of_acts", report.acts().size())
                    .put("invariants", report.invariants())
                    .put("invariants_broken", report.broken().size());
        }
    }

    private void crashes(Application application) throws Exception {
        progress.println("» 强杀 / kills");
        try (Connection connection = connect()) {
            Books books = new Books(connection);
            books.awaitDelivery();
            books.keepEvents();
            List<Chain.Confirmed> confirmed = new Crash(chain, new Calls(surroundings.port(), true), load)
                    .run(application, HEAP_mb, options.crashes(), progress);
            books.awaitDelivery();
            long lost = books.lost(confirmed);
            long doubled = books.doubled();
            progress.printf("  %,d 已确认 / confirmed，丢失 / lost %d，重复 / doubled %d%n", confirmed.size(), lost, doubled);
            result.put("crashes", options.crashes())
                    .put("confirmed", confirmed.size())
                    .put("lost", lost)
                    .put("doubled", doubled);
        }
    }
}
