package org.motorpool.telematics.bench.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;

/** What an attack costs the honest terminals: measures them without it, and with it. */
final class Siege {
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(30);

    private final Roster roster;
    private final Surroundings surroundings;
    private final GatewayProcess gateway;
    private final Generator generator;
    private final Observer observer;
    private final ObjectNode result = new ObjectMapper().createObjectNode();

    Siege(Roster roster, Surroundings surroundings, GatewayProcess gateway, Generator generator, Observer observer) {
        this.roster = roster;
        this.surroundings = surroundings;
        this.gateway = gateway;
        this.generator = generator;
        this.observer = observer;
    }

    ObjectNode measure(int perSecond) throws Exception {
        generator.offer(perSecond);
        observer.watch("平时 / in peace", WARM_UP);
        Window.measure("平时 / in peace", generator, observer, MEASURED).write(result.putObject("without"));
        attack(perSecond);
        return result;
    }

    private void attack(int perSecond) throws Exception {
        Counters counters = new Counters(surroundings.httpPort(), surroundings.privateKey());
        Map<String, Long> before = counters.read();
        Census first = generator.census();
        try (Horde horde = new Horde(surroundings.gateway(), roster.and(Attack.terminals()), roster.terminals())) {
            horde.begin();
            generator.offer(perSecond);
            observer.watch("攻击 / under attack", WARM_UP);
            Window.measure("攻击 / under attack", generator, observer, MEASURED).write(result.putObject("with"));
            result.put("rss_mb", gateway.footprint().resident_mb());
            ObjectNode opened = result.putObject("opened");
            horde.opened().forEach((attack, times) -> opened.put(attack.word(), times));
        }
        Census last = generator.census();
        result.put("honest_lost_connections", last.lost() - first.lost())
                .put("honest_repeated", last.repeated() - first.repeated())
                .putPOJO("counters", Counters.between(before, counters.read()));
    }
}
