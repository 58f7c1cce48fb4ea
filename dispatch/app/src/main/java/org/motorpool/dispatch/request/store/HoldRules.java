package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.HoldRuleApi.HoldRule;

/** Table {@code hold_rule}: rows are added with their time, never changed; every call runs in the caller's session. */
@Singleton
public class HoldRules {

    private static final String LIST = """
            select cast(row_to_json(h) as text) from (
                select id, unit_id as "unitId", hours, expiry, severity, clause, recorded_by as "recordedBy",
                       effective_from as "effectiveFrom", effective_to as "effectiveTo"
                from hold_rule where id < ?1 order by id desc limit ?2) as h""";

    private static final String ADD = """
            insert into hold_rule (id, unit_id, unit_path, hours, expiry, severity, clause, recorded_by, effective_from, effective_to)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)""";

    /** The row before ends where the next begins. */
    private static final String CLOSE = """
            update hold_rule set effective_to = ?2 where unit_id = ?1 and effective_from < ?2 and effective_to is null""";

    private final Json json;

    HoldRules(Json json) {
        this.json = json;
    }

    /** Rows of the caller's units and of those above, newest first. */
    public Uni<List<HoldRule>> list(Mutiny.Session session, UUID before, int limit) {
        return session.createNativeQuery(LIST, String.class)
                .setParameter(1, before)
                .setParameter(2, limit)
                .getResultList()
                .map(rows ->
                        rows.stream().map(row -> json.read(HoldRule.class, row)).toList());
    }

    public Uni<Void> add(Mutiny.Session session, HoldRule rule, String unitPath) {
        return session.createNativeQuery(CLOSE)
                .setParameter(1, rule.unitId())
                .setParameter(2, rule.effectiveFrom())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(ADD)
                        .setParameter(1, rule.id())
                        .setParameter(2, rule.unitId())
                        .setParameter(3, unitPath)
                        .setParameter(4, rule.hours())
                        .setParameter(5, rule.expiry())
                        .setParameter(6, rule.severity())
                        .setParameter(7, rule.clause())
                        .setParameter(8, rule.recordedBy())
                        .setParameter(9, rule.effectiveFrom())
                        .setParameter(10, rule.effectiveTo())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
