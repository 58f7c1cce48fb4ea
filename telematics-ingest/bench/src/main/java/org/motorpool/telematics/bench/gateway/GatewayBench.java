package org.motorpool.telematics.bench.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The benchmark {@code gateway}: holds terminals, offers positions, restarts and kills the gateway, and compares what was
 * acknowledged with what is stored.
 */
public final class GatewayBench {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final int IN_FLIGHT = 8_000;
    private static final int RATE_WHEN_UNLIMITED = 40_000;
    /** The load during a storm and between crashes: what waits meanwhile must be made up for afterwards. */
    private static final int SHARE_OF_RATE = 4;

    private static final int LONGEST_LIFE_ms = 5_000;

    private final Options options;
    private final Surroundings surroundings;
    private final PrintStream progress;
    private final Database database;
    private final GatewayProcess gateway;
    private final Random random = new Random();
    private final ObjectNode result = new ObjectMapper().createObjectNode().put("benchmark", "gateway");

    private GatewayBench(Options options, Surroundings surroundings, PrintStream progress) throws SQLException {
        this.options = options;
        this.surroundings = surroundings;
        this.progress = progress;
        this.database = new Database(surroundings.databaseUrl(), surroundings.databasePassword());
        this.gateway = new GatewayProcess(options.gateway(), surroundings.gateway(), surroundings.log());
    }

    /**
     * Measures, with progress on {@code progress}, and answers the result as one line of JSON. Without the gateway's
     * command it only reads the arguments, which an {@link IllegalArgumentException} finds fault with.
     */
    public static String run(List<String> arguments, PrintStream progress) throws Exception {
        Options options = Options.parse(arguments);
        if (options.gateway().isEmpty()) {
            return "";
        }
        GatewayBench bench = new GatewayBench(options, Surroundings.of(System.getenv()), progress);
        try (bench.gateway;
                bench.database) {
            bench.run();
        }
        return bench.result.toString();
    }

    private void run() throws IOException, InterruptedException, SQLException {
        Roster asked = Roster.before(Instant.now(), options.connections());
        say("准备数据库 / preparing the database");
        gateway.start();
        gateway.stop();
        database.addTerminals(asked);
        if (options.registered() && options.assembly() == Options.Assembly.STANDALONE) {
            database.addVehicles(asked);
        }
        say("网关启动 / the gateway starts: %.1f s", seconds(gateway.start()));
        Ways ways = Ways.find(asked, surroundings.gateway());
        Roster roster = new Roster(ways.total(), asked.firstReport());
        try (Generator generator = new Generator(roster, surroundings.gateway())) {
            measure(generator, ways);
            settle(generator);
            result.put("acked", generator.ledger().acknowledged());
            audit(roster, generator.ledger());
        }
    }

    private void measure(Generator generator, Ways ways) throws IOException, InterruptedException {
        describe(ways);
        hold(generator, ways);
        if (options.seconds() > 0) {
            load(generator);
        }
        if (options.storm()) {
            storm(generator, ways);
        }
        crash(generator, ways);
    }

    private void describe(Ways ways) {
        say("终端 / terminals: TCP %d, UDP %d", ways.tcp(), ways.udp());
        if (ways.total() < options.connections()) {
            say(
                    "网关没有 UDP，描述符不够 / the gateway has no UDP and there are too few descriptors for %d",
                    options.connections());
        }
        result.put("assembly", options.assembly().word())
                .put("connections", ways.total())
                .put("tcp_connections", ways.tcp())
                .put("udp_connections", ways.udp());
    }

    private void hold(Generator generator, Ways ways) throws IOException, InterruptedException {
        long begun_ns = System.nanoTime();
        generator.begin(ways.tcp());
        await("连接 / connecting", generator, census -> census.in() == ways.total());
        result.put("connect_s", since_s(begun_ns));
        Thread.sleep(3_000);
        result.put("rss_held_mb", gateway.footprint().resident_mb());
    }

    private void load(Generator generator) throws IOException, InterruptedException {
        offer(generator);
        watch("预热 / warming up", generator, WARM_UP);
        ProcessorTime times = processorTime();
        Map<String, Double> before = times.sample();
        Census first = generator.measure();
        watch("负载 / load", generator, Duration.ofSeconds(options.seconds()));
        Census last = generator.endMeasuring();
        result.putPOJO("cpu", ProcessorTime.between(before, times.sample()));
        gateway.footprint();
        settle(generator);
        rates(first, last);
        result.put("p50_ack_ms", generator.latency_ms(50))
                .put("p99_ack_ms", generator.latency_ms(99))
                .put("max_ack_ms", generator.latency_ms(100));
    }

    private void offer(Generator generator) {
        if (options.perSecond() == 0) {
            generator.offerWhatIsTaken(IN_FLIGHT);
        } else {
            generator.offer(options.perSecond());
        }
    }

    private void rates(Census first, Census last) {
        double elapsed_s = (last.at_ns() - first.at_ns()) / 1e9;
        result.put("offered_per_s", Math.round((last.due() - first.due()) / elapsed_s))
                .put("positions_per_s", Math.round((last.acknowledged() - first.acknowledged()) / elapsed_s));
    }

    private ProcessorTime processorTime() {
        Map<String, Long> pids = new HashMap<>(surroundings.others());
        pids.put("gateway", gateway.pid());
        return new ProcessorTime(pids, Map.of("postgres", surroundings.postgres()));
    }

    /** Everybody authenticates again after the gateway was killed, while positions keep coming. */
    private void storm(Generator generator, Ways ways) throws IOException, InterruptedException {
        generator.offer(moderate());
        watch("风暴之前 / before the storm", generator, Duration.ofSeconds(3));
        long begun_ns = restart(generator);
        result.put("restart_s", since_s(begun_ns));
        await("风暴 / storm", generator, census -> census.in() == ways.total());
        result.put("reconnect_s", since_s(begun_ns));
        settle(generator);
    }

    /** Kills and starts; answers when it was started. */
    private long restart(Generator generator) throws IOException, InterruptedException {
        gateway.footprint();
        gateway.kill();
        generator.countAnew();
        long begun_ns = System.nanoTime();
        gateway.start();
        return begun_ns;
    }

    private int moderate() {
        return Math.max(1, (options.perSecond() == 0 ? RATE_WHEN_UNLIMITED : options.perSecond()) / SHARE_OF_RATE);
    }

    private void crash(Generator generator, Ways ways) throws IOException, InterruptedException {
        generator.offer(options.crashes() == 0 ? 0 : moderate());
        for (int crash = 1; crash <= options.crashes(); crash++) {
            long before = generator.census().acknowledged();
            await("崩溃 / crash %d".formatted(crash), generator, census -> census.acknowledged() > before);
            Thread.sleep(random.nextInt(LONGEST_LIFE_ms));
            restart(generator);
        }
        await("全部在线 / all online", generator, census -> census.online() == ways.total());
        result.put("crashes", options.crashes());
    }

    /** Until everything that is due is acknowledged. */
    private void settle(Generator generator) throws InterruptedException {
        generator.offer(0);
        await("结清 / settling", generator, census -> census.acknowledged() == census.due());
    }

    private void audit(Roster roster, Ledger ledger) throws IOException, InterruptedException, SQLException {
        result.put("rss_mb", gateway.footprint().peak_mb());
        long begun_ns = System.nanoTime();
        awaitStored(ledger.acknowledged());
        result.put("stored_after_s", since_s(begun_ns));
        say("比对 / comparing");
        Audit audit = new Audit(roster, ledger);
        database.audit(audit);
        Audit.Findings findings = audit.findings();
        result.put("sent", ledger.sent())
                .put("stored", findings.stored())
                .put("lost", findings.lost())
                .put("duplicated", findings.duplicated())
                .put("altered", findings.altered())
                .put("unexpected", findings.unexpected());
    }

    /** In the distributed assembly the recorder comes later; it is done when nothing is missing or nothing more comes. */
    private void awaitStored(long acknowledged) throws InterruptedException, SQLException {
        long before = -1;
        long stored = database.positions();
        while (stored < acknowledged && stored > before) {
            say("入库 / stored %d / %d", stored, acknowledged);
            Thread.sleep(10_000);
            before = stored;
            stored = database.positions();
        }
    }

    private interface Condition {
        boolean on(Census census);
    }

    private void await(String label, Generator generator, Condition condition) throws InterruptedException {
        long begun_ns = System.nanoTime();
        Ticker ticker = new Ticker(label, progress);
        Census census = generator.census();
        while (!condition.on(census)) {
            if (System.nanoTime() - begun_ns > PATIENCE.toNanos()) {
                throw new IllegalStateException("%s: not within %s: %s".formatted(label, PATIENCE, census));
            }
            Thread.sleep(50);
            census = generator.census();
            ticker.tick(census);
        }
    }

    private void watch(String label, Generator generator, Duration duration) throws InterruptedException {
        long end_ns = System.nanoTime() + duration.toNanos();
        Ticker ticker = new Ticker(label, progress);
        while (System.nanoTime() < end_ns) {
            Thread.sleep(Math.clamp((end_ns - System.nanoTime()) / 1_000_000, 1, 200));
            ticker.tick(generator.census());
        }
    }

    private static double since_s(long begun_ns) {
        return seconds(Duration.ofNanos(System.nanoTime() - begun_ns));
    }

    private static double seconds(Duration duration) {
        return Math.round(duration.toMillis() / 10.0) / 100.0;
    }

    private void say(String format, Object... values) {
        progress.println("» " + format.formatted(values));
    }
}
