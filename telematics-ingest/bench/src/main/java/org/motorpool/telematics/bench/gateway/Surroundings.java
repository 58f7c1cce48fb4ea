package org.motorpool.telematics.bench.gateway;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the launcher prepared, from the environment.
 *
 * @param log where the gateway writes to
 * @param privateKey what signs tokens that the gateway takes
 * @param postgres process id of the database server
 * @param others further processes by name
 */
record Surroundings(
        InetSocketAddress gateway,
        String databaseUrl,
        String databasePassword,
        Path log,
        int httpPort,
        Path privateKey,
        long postgres,
        Map<String, Long> others) {

    static Surroundings of(Map<String, String> environment) {
        String url = "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        get(environment, "MOTORPOOL_DB_HOST"),
                        get(environment, "MOTORPOOL_DB_PORT"),
                        get(environment, "MOTORPOOL_DB_NAME"));
        return new Surroundings(
                new InetSocketAddress("127.0.0.1", Integer.parseInt(get(environment, "MOTORPOOL_JT808_PORT"))),
                url,
                get(environment, "MOTORPOOL_DB_OWNER_PASSWORD"),
                Path.of(get(environment, "MOTORPOOL_BENCH_LOG")),
                Integer.parseInt(get(environment, "QUARKUS_HTTP_PORT")),
                Path.of(get(environment, "MOTORPOOL_JWT_PRIVATE_KEY")),
                Long.parseLong(get(environment, "MOTORPOOL_BENCH_POSTGRES_PID")),
                others(environment));
    }

    private static Map<String, Long> others(Map<String, String> environment) {
        long generator = ProcessHandle.current().pid();
        String kafka = environment.getOrDefault("MOTORPOOL_BENCH_KAFKA_PID", "");
        return kafka.isEmpty()
                ? Map.of("generator", generator)
                : Map.of("generator", generator, "kafka", Long.valueOf(kafka));
    }

    private static String get(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("%s is not set; run ./motorpool bench gateway".formatted(name));
        }
        return value;
    }
}
