package org.motorpool.telematics.bench.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The benchmark {@code gateway}: holds terminals, offers positions, restarts, kills and attacks the gateway, and compares
 * what was acknowledged with what is stored.
 */
public final class GatewayBench {
    private static final int LOOK_AGAIN_ms = 10_000;
    private static final int LOOKS_WITHOUT_NEWS = 6;

    private final Options options;
    private final Surroundings surroundings;
    private final PrintStream progress;
    private final Database database;
    private final GatewayProcess gateway;
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

    private void run() throws Exception {
        Roster asked = Roster.before(Instant.now(), options.connections());
        prepare(asked);
        Ways ways = Ways.find(asked, surroundings.gateway(), options.hostile() ? Attack.sockets() : 0);
        describe(ways);
        Roster roster = asked.first(ways.total());
        try (Generator generator = new Generator(roster, surroundings.gateway())) {
            Observer observer = new Observer(generator, progress);
            new Run(options, surroundings, gateway, generator, observer, result).all(asked, ways);
            audit(new Audit(roster, asked.and(Attack.terminals()), generator.ledger()), generator.ledger());
        }
    }

    /** The first start makes the tables, the second reads the terminals. */
    private void prepare(Roster asked) throws IOException, InterruptedException, SQLException {
        progress.println("» 准备数据库 / preparing the database");
        gateway.start();
        gateway.stop();
        database.addTerminals(asked.and(Attack.terminals()));
        if (options.registered() && options.assembly() == Options.Assembly.STANDALONE) {
            database.addVehicles(asked);
        }
        result.put("start_s", gateway.start().toMillis() / 1e3);
    }

    private void describe(Ways ways) {
        progress.printf("» 终端 / terminals: TCP %d, UDP %d%n", ways.tcp(), ways.udp());
        if (ways.total() < options.connections()) {
            progress.printf(
                    "» 描述符不够，网关又没有 UDP / too few descriptors for %d, and the gateway has no UDP%n",
                    options.connections());
        }
        result.put("assembly", options.assembly().word())
                .put("connections", ways.total())
                .put("tcp_connections", ways.tcp())
                .put("udp_connections", ways.udp());
    }

    private void audit(Audit audit, Ledger ledger) throws IOException, InterruptedException, SQLException {
        result.put("rss_mb", gateway.footprint().peak_mb());
        long begun_ns = System.nanoTime();
        awaitStored(ledger.acknowledged());
        result.put("stored_after_s", Observer.since_s(begun_ns));
        progress.println("» 比对 / comparing");
        database.audit(audit);
        Audit.Findings findings = audit.findings();
        result.put("sent", ledger.sent())
                .put("acked", ledger.acknowledged())
                .put("stored", findings.stored())
                .put("lost", findings.lost())
                .put("duplicated", findings.duplicated())
                .put("altered", findings.altered())
                .put("unexpected", findings.unexpected());
    }

    /**
     * In the distributed assembly the recorder comes later; it is done when nothing is missing, or nothing more has come for
     * longer than Kafka takes to miss a recorder that was killed.
     */
    private void awaitStored(long acknowledged) throws InterruptedException, SQLException {
        long stored = database.positions();
        for (int idle = 0; stored < acknowledged && idle < LOOKS_WITHOUT_NEWS; idle++) {
            progress.printf("… 入库 / stored %d / %d%n", stored, acknowledged);
            Thread.sleep(LOOK_AGAIN_ms);
            long before = stored;
            stored = database.positions();
            idle = stored > before ? -1 : idle;
        }
    }
}
