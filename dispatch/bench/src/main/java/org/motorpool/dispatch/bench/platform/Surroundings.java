package org.motorpool.dispatch.bench.platform;

import java.nio.file.Path;
import java.util.Map;

/** What the launcher prepared: a database, keys, a port, a log. */
public record Surroundings(String databaseUrl, String ownerPassword, Path privateKey, int port, Path log) {

    public static Surroundings of(Map<String, String> environment) {
        return new Surroundings(
                "jdbc:postgresql://%s:%s/%s?currentSchema=dispatch,public&reWriteBatchedInserts=true"
                        .formatted(
                                get(environment, "MOTORPOOL_DB_HOST"),
                                get(environment, "MOTORPOOL_DB_PORT"),
                                get(environment, "MOTORPOOL_DB_NAME")),
                get(environment, "MOTORPOOL_DB_OWNER_PASSWORD"),
                Path.of(get(environment, "MOTORPOOL_JWT_PRIVATE_KEY")),
                Integer.parseInt(get(environment, "QUARKUS_HTTP_PORT")),
                Path.of(get(environment, "MOTORPOOL_BENCH_LOG")));
    }

    /** The same with another port, for one more process beside the first. */
    public Surroundings at(int otherPort) {
        return new Surroundings(databaseUrl, ownerPassword, privateKey, otherPort, log);
    }

    private static String get(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException(name + " is not set; start with ./motorpool bench");
        }
        return value;
    }
}
