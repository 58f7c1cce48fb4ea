package org.motorpool.dispatch.operation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.OperationApi.SlotProgress;
import org.motorpool.dispatch.operation.OperationFile;

/** Items of operations in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Items {

    private static final String OF = """
            select i.key, i.slot, i.fingerprint, i.request_id as "requestId"
            from operation_item i where i.operation_id = ?1 and not i.removed order by i.key limit 5000""";

    private static final String SLOTS = """
            select i.slot, min(r.depart_at) as "departAt", count(*) as requests, sum(r.passengers) as passengers,
                   count(*) filter (where r.status in ('SUBMITTED', 'APPROVED', 'RETURNED')) as waiting,
                   count(*) filter (where r.status = 'ASSIGNED') as assigned,
                   count(*) filter (where r.status = 'UNDERWAY') as driving,
                   count(*) filter (where r.status = 'CLOSED') as done,
                   count(*) filter (where r.status not in (
                       'SUBMITTED', 'APPROVED', 'RETURNED', 'ASSIGNED', 'UNDERWAY', 'CLOSED')) as cancelled
            from operation_item i join use_request r on r.id = i.request_id
            where i.operation_id = ?1 and not i.removed
            group by i.slot order by min(r.depart_at), i.slot limit 2000""";

    private static final String ADD = """
            insert into operation_item (id, operation_id, unit_id, unit_path, key, slot, fingerprint, request_id)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""";

    private static final String REMOVE =
            "update operation_item set removed = true where operation_id = ?1 and key = ?2 and not removed";

    private static final String EMERGENCIES = """
            select cast(r.id as text) from use_request r where r.id in ?1 and r.emergency""";

    private static final Map<String, Problem> REFUSED = Map.of(
            "operation_item_once", Problem.conflict("item-committed", "该项已由他人提交", "somebody else committed this item"));

    private final JsonRows rows;

    Items(JsonRows rows) {
        this.rows = rows;
    }

    /** An item and the request that serves it. */
    public record Kept(String key, String slot, String fingerprint, UUID requestId) {}

    public Uni<List<Kept>> list(Mutiny.Session session, UUID operationId) {
        return rows.list(session, Kept.class, OF, operationId);
    }

    public Uni<List<SlotProgress>> progress(Mutiny.Session session, UUID operationId) {
        return rows.list(session, SlotProgress.class, SLOTS, operationId);
    }

    public Uni<Void> add(Mutiny.Session session, OperationFile operation, Kept item) {
        return session.createNativeQuery(ADD)
                .setParameter(1, Ids.next())
                .setParameter(2, operation.id())
                .setParameter(3, operation.view().unitId())
                .setParameter(4, operation.unitPath())
                .setParameter(5, item.key())
                .setParameter(6, item.slot())
                .setParameter(7, item.fingerprint())
                .setParameter(8, item.requestId())
                .executeUpdate()
                .onFailure()
                .transform(failure -> Constraints.explain(failure, REFUSED))
                .replaceWithVoid();
    }

    public Uni<Void> remove(Mutiny.Session session, UUID operationId, String key) {
        return session.createNativeQuery(REMOVE)
                .setParameter(1, operationId)
                .setParameter(2, key)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Those of the requests that serve an emergency themselves. */
    public Uni<Set<UUID>> emergencies(Mutiny.Session session, Collection<UUID> requestIds) {
        return requestIds.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : session.createNativeQuery(EMERGENCIES, String.class)
                        .setParameter(1, requestIds)
                        .getResultList()
                        .map(found -> found.stream().map(UUID::fromString).collect(Collectors.toSet()));
    }
}
