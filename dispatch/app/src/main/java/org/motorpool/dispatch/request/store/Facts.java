package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.request.RequestFacts;

/** What a submission must know: one statement, whose plans stay with the connection. */
@Singleton
public class Facts {

    private static final String FACTS = "select request_facts(?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    private static final String CAPACITY = "select cast(request_capacity(?1, ?2, ?3, ?4, ?5, ?6) as text)";

    /** Who counts the vehicles of a unit and category counts alone, so that two cannot both take the last one. */
    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('motorpool.hold.' || ?1, 0))) as locked""";

    private final Json json;

    Facts(Json json) {
        this.json = json;
    }

    /** The facts; empty for a unit out of scope. {@code but} is a request that does not count, the one submitted again. */
    public Uni<Optional<RequestFacts>> read(Mutiny.Session session, NewRequest wanted, Instant now, UUID but) {
        return PlainSql.select(
                        session,
                        FACTS,
                        wanted.unitId(),
                        wanted.category(),
                        Objects.requireNonNullElse(wanted.purposeClass(), ""),
                        wanted.departAt(),
                        wanted.returnAt(),
                        now,
                        but)
                .map(rows -> Optional.ofNullable((String) rows.getFirst()[0])
                        .map(text -> json.read(RequestFacts.class, text)));
    }

    /** The capacity, after everybody who counted before has committed. */
    public Uni<RequestFacts.Capacity> lockCapacity(Mutiny.Session session, NewRequest wanted, Instant now, UUID but) {
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter(1, wanted.unitId() + "." + wanted.category())
                .getSingleResult()
                .chain(_ -> session.createNativeQuery(CAPACITY, String.class)
                        .setParameter(1, wanted.unitId())
                        .setParameter(2, wanted.category())
                        .setParameter(3, wanted.departAt())
                        .setParameter(4, wanted.returnAt())
                        .setParameter(5, now)
                        .setParameter(6, but)
                        .getSingleResult())
                .map(text -> json.read(RequestFacts.Capacity.class, text));
    }
}
