package org.motorpool.dispatch.assignment.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.PlanStatus;
import org.motorpool.dispatch.assignment.RidePlan;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.planner.contract.PlannerEvent;

/** Plans in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Plans {

    private static final String PAGE = """
            from DispatchPlan p
            where p.unitPath like ?1 and p.status in ?2 and p.id < ?3
            order by p.id desc
            """;
    private static final String FAIL_UNANSWERED = """
            update dispatch_plan set status = 'FAILED', failure = ?1
            where status = 'SOLVING' and created_at + make_interval(secs => seconds) < ?2
            """;
    private static final String ITEM = "from PlanItem i where i.planId = ?1 and i.requestId = ?2";

    /** Add a plan that is being solved, with the requests that it leaves out from the beginning. */
    public Uni<Void> add(Mutiny.Session session, RidePlan plan, int seconds, String createdBy) {
        PlanRow row = new PlanRow(plan, seconds, createdBy);
        Object[] rows = Stream.concat(
                        Stream.of(row), plan.view().unserved().stream().map(unserved -> new PlanItemRow(row, unserved)))
                .toArray();
        return session.persistAll(rows).chain(session::flush);
    }

    public Uni<Optional<RidePlan>> find(Mutiny.Session session, UUID id) {
        return session.find(PlanRow.class, id)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : items(session, List.of(id))
                                .map(items -> Optional.of(row.toPlan(items.getOrDefault(id, List.of())))));
    }

    public Uni<List<RidePlan>> list(
            Mutiny.Session session, String scopePath, List<PlanStatus> statuses, UUID before, int limit) {
        return session.createQuery(PAGE, PlanRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, statuses)
                .setParameter(3, before)
                .setMaxResults(limit)
                .getResultList()
                .chain(rows -> items(session, rows.stream().map(row -> row.id).toList())
                        .map(items -> rows.stream()
                                .map(row -> row.toPlan(items.getOrDefault(row.id, List.of())))
                                .toList()));
    }

    private static Uni<Map<UUID, List<PlanItemRow>>> items(Mutiny.Session session, List<UUID> planIds) {
        return session.createQuery("from PlanItem i where i.planId in ?1 order by i.startsAt, i.id", PlanItemRow.class)
                .setParameter(1, planIds)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.groupingBy(row -> row.planId)));
    }

    /** The status of the plan, which is locked to the end of the transaction. */
    public Uni<Optional<PlanStatus>> lock(Mutiny.Session session, UUID id) {
        return session.find(PlanRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(found -> found.status));
    }

    /** Store what the planner found; score, cost and bound are taken from {@code found}. */
    public Uni<Void> propose(Mutiny.Session session, OrderApi.Plan found) {
        return session.find(PlanRow.class, found.id()).chain(row -> {
            row.propose(found);
            Object[] items = Stream.concat(
                            found.items().stream().map(item -> new PlanItemRow(row, item)),
                            found.unserved().stream().map(unserved -> new PlanItemRow(row, unserved)))
                    .toArray();
            return session.persistAll(items).chain(session::flush);
        });
    }

    public Uni<Void> progress(Mutiny.Session session, PlannerEvent.PlanProgressed news) {
        return change(session, news.planId(), row -> row.progress(news));
    }

    public Uni<Void> fail(Mutiny.Session session, UUID id, String reason) {
        return change(session, id, row -> row.fail(reason));
    }

    /** Fail the plans whose solving should have ended before the instant. */
    public Uni<Void> failUnanswered(Mutiny.Session session, Instant before, String reason) {
        return session.createNativeQuery(FAIL_UNANSWERED)
                .setParameter(1, reason)
                .setParameter(2, OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> commit(Mutiny.Session session, UUID id) {
        return change(session, id, PlanRow::commit);
    }

    private static Uni<Void> change(Mutiny.Session session, UUID id, Consumer<PlanRow> change) {
        return session.find(PlanRow.class, id).invoke(change).chain(session::flush);
    }

    /** Lock an item; empty when it is settled already. */
    public Uni<Optional<OrderApi.PlanItem>> lockOpenItem(Mutiny.Session session, UUID planId, UUID requestId) {
        return session.createQuery(ITEM, PlanItemRow.class)
                .setParameter(1, planId)
                .setParameter(2, requestId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row)
                        .filter(item -> item.outcome == null)
                        .map(PlanItemRow::toItem));
    }

    public Uni<Void> settle(Mutiny.Session session, UUID planId, UUID requestId, String outcome) {
        return session.createQuery(ITEM, PlanItemRow.class)
                .setParameter(1, planId)
                .setParameter(2, requestId)
                .getSingleResult()
                .invoke(row -> row.outcome = outcome)
                .chain(session::flush);
    }
}
