package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.RequestSeriesApi.WeeklyRule;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;

/** Table {@code request_series}; every call runs in the caller's session. */
@Singleton
public class SeriesRows {

    private static final String ADD = """
            insert into request_series (id, unit_id, unit_path, requester_id, rule, created_at) values (?1, ?2, ?3, ?4, ?5, ?6)""";

    private static final String FIND = "select rule from request_series where id = ?1";

    private final Json json;

    SeriesRows(Json json) {
        this.json = json;
    }

    /** A series that begins. */
    public record Begun(UUID id, Unit unit, WeeklyRule rule, Instant at) {}

    public Uni<Void> add(Mutiny.Session session, Scope by, Begun series) {
        return session.createNativeQuery(ADD)
                .setParameter(1, series.id())
                .setParameter(2, series.unit().id())
                .setParameter(3, series.unit().path())
                .setParameter(4, by.accountId())
                .setParameter(5, json.write(series.rule()))
                .setParameter(6, series.at())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Optional<WeeklyRule>> find(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(FIND, String.class)
                .setParameter(1, id)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> json.read(WeeklyRule.class, row))
                        .findFirst());
    }
}
