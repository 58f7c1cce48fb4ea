package org.motorpool.telematics.bench.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What the benchmark does with a gateway that runs, in this order: holds, loads, attacks, restarts, kills. */
final class Run {
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final int PAUSE_ms = 3_000;
    /** Reports that wait when as many are offered as are taken. */
    private static final int IN_FLIGHT = 8_000;

    private static final int RATE_WHEN_UNLIMITED = 40_000;
    /** During a storm and between crashes: what waits meanwhile must be made up for afterwards. */
    private static final int SHARE_OF_RATE = 4;

    private static final int LONGEST_LIFE_ms = 5_000;

    private final Options options;
    private final Surroundings surroundings;
    private final GatewayProcess gateway;
    private final Generator generator;
    private final Observer observer;
    private final ObjectNode result;
    private final Random random = new Random();

    Run(
            Options options,
            Surroundings surroundings,
            GatewayProcess gateway,
            Generator generator,
            Observer observer,
            ObjectNode result) {
        this.options = options;
        this.surroundings = surroundings;
        this.gateway = gateway;
        this.generator = generator;
        this.observer = observer;
        this.result = result;
    }

    void all(Roster roster, Ways ways) throws Exception {
        hold(ways);
        if (options.seconds() > 0) {
            load();
        }
        if (options.hostile()) {
            attack(roster);
        }
        if (options.storm()) {
            storm(ways);
        }
        crash(ways);
        observer.settle();
    }

    private void hold(Ways ways) throws IOException, InterruptedException {
        long begun_ns = System.nanoTime();
        generator.begin(ways.tcp());
        observer.await("连接 / connecting", census -> census.in() == ways.total());
        result.put("connect_s", Observer.since_s(begun_ns));
        Thread.sleep(PAUSE_ms);
        result.put("rss_held_mb", gateway.footprint().resident_mb());
    }

    private void load() throws IOException, InterruptedException {
        offer();
        observer.watch("预热 / warming up", WARM_UP);
        ProcessorTime times = processorTime();
        Map<String, Double> before = times.sample();
        Window window = Window.measure("负载 / load", generator, observer, Duration.ofSeconds(options.seconds()));
        window.write(result);
        result.putPOJO("cpu", ProcessorTime.between(before, times.sample()));
        gateway.footprint();
    }

    private void offer() {
        if (options.perSecond() == 0) {
            generator.offerWhatIsTaken(IN_FLIGHT);
        } else {
            generator.offer(options.perSecond());
        }
    }

    private ProcessorTime processorTime() {
        Map<String, Long> pids = new TreeMap<>(surroundings.others());
        pids.put("gateway", gateway.pid());
        return new ProcessorTime(pids, Map.of("postgres", surroundings.postgres()));
    }

    private void attack(Roster roster) throws Exception {
        Siege siege = new Siege(roster, surroundings, gateway, generator, observer);
        result.set("hostile", siege.measure(moderate()));
    }

    /** Everybody authenticates again after the gateway was killed, while positions keep coming. */
    private void storm(Ways ways) throws IOException, InterruptedException {
        generator.offer(moderate());
        observer.watch("风暴之前 / before the storm", Duration.ofMillis(PAUSE_ms));
        long begun_ns = restart();
        result.put("restart_s", Observer.since_s(begun_ns));
        observer.await("风暴 / storm", census -> census.in() == ways.total());
        result.put("reconnect_s", Observer.since_s(begun_ns));
        observer.settle();
    }

    /** Kills and starts; answers when the start began. */
    private long restart() throws IOException, InterruptedException {
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

    /** Each life is as long as chance has it, but not before something was acknowledged in it. */
    private void crash(Ways ways) throws IOException, InterruptedException {
        generator.offer(options.crashes() == 0 ? 0 : moderate());
        for (int crash = 1; crash <= options.crashes(); crash++) {
            long before = generator.census().acknowledged();
            observer.await("崩溃 / crash %d".formatted(crash), census -> census.acknowledged() > before);
            Thread.sleep(random.nextInt(LONGEST_LIFE_ms));
            Census census = generator.census();
            observer.say(
                    "SIGKILL %d: 在线 / online %d, 等待 / waiting %d",
                    crash, census.online(), census.due() - census.acknowledged());
            restart();
        }
        observer.await("全部在线 / all online", census -> census.online() == ways.total());
        result.put("crashes", options.crashes());
    }
}
