package org.motorpool.dispatch.assignment.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.assignment.Replan;
import org.motorpool.dispatch.assignment.ReplanFilter;
import org.motorpool.dispatch.assignment.ReplanState;
import org.motorpool.dispatch.contract.ReplanApi;

/** Re-plan proposals in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Replans {

    private static final String PAGE = """
            from Replan r
            where r.unitPath like ?1 and r.state in ?2 and r.createdAt >= ?3 and r.createdAt < ?4 and r.id < ?5
            order by r.id desc
            """;
    private static final String OPEN_OF_CAUSE = """
            from Replan r where r.causeId = ?1 and r.kind = ?2 and r.unitId = ?3 and r.state = ?4
            """;

    private final ObjectMapper json;

    Replans(ObjectMapper json) {
        this.json = json;
    }

    public Uni<Replan> add(Mutiny.Session session, Replan replan) {
        ReplanApi.Replan view = replan.view();
        ReplanRow row = new ReplanRow(replan, write(view.event()), write(view.moves()), write(view.unserved()));
        return session.persist(row).chain(session::flush).map(_ -> replan(row));
    }

    public Uni<List<Replan>> list(Mutiny.Session session, String scopePath, ReplanFilter filter) {
        return session.createQuery(PAGE, ReplanRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, filter.states())
                .setParameter(3, filter.from())
                .setParameter(4, filter.to())
                .setParameter(5, filter.before())
                .setMaxResults(filter.limit())
                .getResultList()
                .map(rows -> rows.stream().map(this::replan).toList());
    }

    public Uni<Optional<Replan>> find(Mutiny.Session session, UUID id) {
        return session.find(ReplanRow.class, id)
                .map(row -> Optional.ofNullable(row).map(this::replan));
    }

    /** The proposal, locked to the end of the transaction. */
    public Uni<Optional<Replan>> lock(Mutiny.Session session, UUID id) {
        return session.find(ReplanRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(this::replan));
    }

    public Uni<Replan> close(
            Mutiny.Session session, UUID id, ReplanState next, String by, Instant at, @Nullable String refusal) {
        return session.find(ReplanRow.class, id)
                .invoke(row -> row.close(next, by, at, refusal))
                .chain(row -> session.flush().map(_ -> replan(row)));
    }

    /** When something was last proposed for the cause, by whomever. */
    public Uni<Optional<Instant>> findLatest(Mutiny.Session session, UUID causeId) {
        return session.createQuery("select max(r.createdAt) from Replan r where r.causeId = ?1", Instant.class)
                .setParameter(1, causeId)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** What was offered for the same cause before and nobody decided is stale now. */
    public Uni<List<Replan>> supersede(Mutiny.Session session, Replan by, Instant at) {
        return session.createQuery(OPEN_OF_CAUSE, ReplanRow.class)
                .setParameter(1, by.causeId())
                .setParameter(2, by.view().event().kind())
                .setParameter(3, by.view().unitId())
                .setParameter(4, ReplanState.OFFERED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .invoke(rows -> rows.forEach(
                        row -> row.close(ReplanState.STALE, by.view().createdBy(), at, null)))
                .chain(rows ->
                        session.flush().map(_ -> rows.stream().map(this::replan).toList()));
    }

    private Replan replan(ReplanRow row) {
        ReplanApi.Replan view = new ReplanApi.Replan(
                row.id,
                row.state.name(),
                row.unitId,
                read(row.event, ReplanApi.DayEvent.class),
                row.subject,
                row.day,
                row.createdBy,
                row.createdAt,
                row.moved_fen,
                row.costBefore_fen,
                row.costAfter_fen,
                List.of(read(row.moves, ReplanApi.OrderMove[].class)),
                List.of(read(row.unserved, ReplanApi.Unserved[].class)),
                row.closedBy,
                row.closedAt,
                row.refusal,
                row.version);
        return new Replan(view, row.causeId, row.unitPath);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("%s cannot be written as JSON".formatted(value.getClass()), impossible);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a re-plan cannot be read as %s".formatted(type), impossible);
        }
    }
}
