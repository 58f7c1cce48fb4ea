package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ApprovalApi.Chain;

/** Table {@code approval_chain}: rows are added and closed, never changed; every call runs in the caller's session. */
@Singleton
public class Chains {

    private static final String COLUMNS = """
            select cast(row_to_json(c) as text) from (
                select id, unit_id as "unitId", jurisdiction, name, priority, cast(conditions as json) as conditions,
                       cast(steps as json) as steps, clause, recorded_by as "recordedBy", effective_from as "effectiveFrom",
                       effective_to as "effectiveTo", version
                from approval_chain where\s""";

    private static final String LIST = COLUMNS + "id < ?1 order by id desc limit ?2) as c";

    /** Those below the caller's own unit, or of a region: the chains above are read, not closed. */
    private static final String LOCK =
            COLUMNS + "id = ?1 and (unit_path is null or in_scope(unit_path)) for update) as c";

    private static final String ADD = """
            insert into approval_chain (id, unit_id, unit_path, jurisdiction, name, priority, conditions, steps, clause, recorded_by,
                                        effective_from, effective_to)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)""";

    private static final String END =
            "update approval_chain set effective_to = ?2, version = version + 1 where id = ?1";

    private final Json json;

    Chains(Json json) {
        this.json = json;
    }

    /** Chains the caller may see, newest first. */
    public Uni<List<Chain>> list(Mutiny.Session session, UUID before, int limit) {
        return session.createNativeQuery(LIST, String.class)
                .setParameter(1, before)
                .setParameter(2, limit)
                .getResultList()
                .map(rows ->
                        rows.stream().map(row -> json.read(Chain.class, row)).toList());
    }

    /** The chain, locked, when the caller may close it. */
    public Uni<Optional<Chain>> lock(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter(1, id)
                .getResultList()
                .map(rows ->
                        rows.stream().map(row -> json.read(Chain.class, row)).findFirst());
    }

    public Uni<Void> add(Mutiny.Session session, Chain chain, @Nullable String unitPath) {
        return session.createNativeQuery(ADD)
                .setParameter(1, chain.id())
                .setParameter(2, chain.unitId())
                .setParameter(3, unitPath)
                .setParameter(4, chain.jurisdiction())
                .setParameter(5, chain.name())
                .setParameter(6, chain.priority())
                .setParameter(7, json.write(chain.conditions()))
                .setParameter(8, json.write(chain.steps()))
                .setParameter(9, chain.clause())
                .setParameter(10, chain.recordedBy())
                .setParameter(11, chain.effectiveFrom())
                .setParameter(12, chain.effectiveTo())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> end(Mutiny.Session session, UUID id, LocalDate day) {
        return session.createNativeQuery(END)
                .setParameter(1, id)
                .setParameter(2, day)
                .executeUpdate()
                .replaceWithVoid();
    }
}
