package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.PlanFile;

/** Annual plans in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Plans {

    private static final int ITEM_LIMIT = 200_000;

    public Uni<Void> add(Mutiny.Session session, PlanFile plan) {
        return session.persist(new PlanRow(plan)).chain(session::flush).chain(_ -> addItems(session, plan));
    }

    private static Uni<Void> addItems(Mutiny.Session session, PlanFile plan) {
        Object[] items =
                plan.items().stream().map(item -> new PlanItemRow(plan, item)).toArray();
        return session.persistAll(items).chain(session::flush);
    }

    /** The plan, locked until the transaction ends. */
    public Uni<Optional<PlanFile>> lock(Mutiny.Session session, UUID id) {
        return session.find(PlanRow.class, id, LockModeType.PESSIMISTIC_WRITE).chain(row -> withItems(session, row));
    }

    /** The plan an item belongs to, locked until the transaction ends. */
    public Uni<Optional<PlanFile>> lockOfItem(Mutiny.Session session, UUID itemId) {
        return session.find(PlanItemRow.class, itemId)
                .chain(item -> item == null ? Uni.createFrom().item(Optional.empty()) : lock(session, item.planId));
    }

    public Uni<Optional<PlanFile>> find(Mutiny.Session session, UUID id) {
        return session.find(PlanRow.class, id).chain(row -> withItems(session, row));
    }

    /** Newest first, before {@code before}. */
    public Uni<List<PlanFile>> list(Mutiny.Session session, String scopePath, UUID before, int limit) {
        return session.createQuery(
                        "from ProcurementPlan p where p.unitPath like ?1 and p.id < ?2 order by p.id desc",
                        PlanRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList()
                .chain(rows -> items(session, rows.stream().map(row -> row.id).toList())
                        .map(items -> rows.stream()
                                .map(row -> row.toFile(items.getOrDefault(row.id, List.of())))
                                .toList()));
    }

    /** Replaces figures and items of a draft. */
    public Uni<Void> revise(Mutiny.Session session, PlanFile plan) {
        return session.createMutationQuery("delete from ProcurementPlanItem i where i.planId = ?1")
                .setParameter(1, plan.id())
                .executeUpdate()
                .chain(_ -> change(session, plan.id(), row -> row.revise(plan.budget_fen(), plan.newEnergy())))
                .chain(_ -> addItems(session, plan));
    }

    public Uni<Void> submit(Mutiny.Session session, UUID id) {
        return change(session, id, PlanRow::submit);
    }

    public Uni<Void> decide(Mutiny.Session session, UUID id, PlanFile.Decided decided, String outcome) {
        return change(session, id, row -> row.decide(decided, outcome));
    }

    private static Uni<Void> change(Mutiny.Session session, UUID id, Consumer<PlanRow> change) {
        return session.find(PlanRow.class, id).invoke(change).chain(session::flush);
    }

    private Uni<Optional<PlanFile>> withItems(Mutiny.Session session, PlanRow row) {
        return row == null
                ? Uni.createFrom().item(Optional.empty())
                : items(session, List.of(row.id))
                        .map(items -> Optional.of(row.toFile(items.getOrDefault(row.id, List.of()))));
    }

    private static Uni<Map<UUID, List<PlanFile.Item>>> items(Mutiny.Session session, Collection<UUID> planIds) {
        return session.createQuery("from ProcurementPlanItem i where i.planId in ?1 order by i.id", PlanItemRow.class)
                .setParameter(1, planIds)
                .setMaxResults(ITEM_LIMIT)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.planId, Collectors.mapping(PlanItemRow::toItem, Collectors.toList()))));
    }
}
