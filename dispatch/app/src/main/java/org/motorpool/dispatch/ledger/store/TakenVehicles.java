package org.motorpool.dispatch.ledger.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which VINs and plates are taken, over all units: a unique key is unique whoever asks. */
@Singleton
public class TakenVehicles {

    /** Those taken of the ones asked for. */
    public record Taken(Set<String> vins, Set<String> plates) {}

    private static final String TAKEN = """
            select kind, value from vehicles_taken(string_to_array(?1, chr(10)), string_to_array(?2, chr(10)))""";

    public Uni<Taken> find(Mutiny.Session session, Set<String> vins, Set<String> plates) {
        return session.createNativeQuery(TAKEN, Object[].class)
                .setParameter(1, String.join("\n", vins))
                .setParameter(2, String.join("\n", plates))
                .getResultList()
                .map(rows -> new Taken(values(rows, "VIN"), values(rows, "PLATE")));
    }

    private static Set<String> values(List<Object[]> rows, String kind) {
        return rows.stream()
                .filter(row -> row[0].equals(kind))
                .map(row -> (String) row[1])
                .collect(Collectors.toSet());
    }
}
