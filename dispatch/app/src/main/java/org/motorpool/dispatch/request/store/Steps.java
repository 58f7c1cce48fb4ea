package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.ApprovalStep;

/** Steps of approvals in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Steps {

    private static final int MOST_STEPS = 1000;

    private static final String OF_REQUEST = "from RequestStep s where s.requestId = ?1 order by s.round, s.position";
    private static final String OF_ROUND =
            "from RequestStep s where s.requestId = ?1 and s.round = ?2 order by s.position";

    private static final String DUE = """
            select request_id from request_step where state = 'OPEN' and next_at <= ?1 order by next_at limit ?2""";

    /** A step that is open, or a request without steps; held by the caller, or by somebody who delegated to the caller. */
    private static final String AWAITING = """
            select r.id from use_request r left join request_step s on s.request_id = r.id and s.state = 'OPEN'
            where r.unit_path ~>=~ ?1 and r.unit_path ~<~ ?2 and r.id < ?3 and r.requester_id <> ?4
              and (s.id is not null or (r.status = 'SUBMITTED' and r.step is null))
              and not exists (select from request_step d where d.request_id = r.id and d.round = r.round
                              and ?4 in (d.decided_by_id, d.behalf_of_id))
              and (case when s.account is not null then s.account = ?5
                        else coalesce(s.role, 'APPROVER') = any (string_to_array(?6, ',')) and starts_with(coalesce(s.holder_path, r.unit_path), ?1)
                   end
                   or exists (
                     select from approval_delegation g
                     where g.delegate = ?5 and g.revoked_at is null and g.from_at <= ?7 and g.to_at > ?7
                       and g.account_id <> r.requester_id
                       and case when s.account is not null then s.account = g.username
                                else coalesce(s.role, 'APPROVER') = any (g.roles)
                                     and starts_with(coalesce(s.holder_path, r.unit_path), g.unit_path) end))
            order by r.id desc limit ?8""";

    public Uni<Void> add(Mutiny.Session session, List<ApprovalStep> steps, UUID unitId, String unitPath) {
        Object[] rows =
                steps.stream().map(step -> new StepRow(step, unitId, unitPath)).toArray();
        return rows.length == 0
                ? Uni.createFrom().voidItem()
                : session.persistAll(rows).chain(session::flush);
    }

    public Uni<List<ApprovalStep>> list(Mutiny.Session session, UUID requestId) {
        return session.createQuery(OF_REQUEST, StepRow.class)
                .setParameter(1, requestId)
                .setMaxResults(MOST_STEPS)
                .getResultList()
                .map(Steps::steps);
    }

    public Uni<List<ApprovalStep>> listRound(Mutiny.Session session, UUID requestId, int round) {
        return session.createQuery(OF_ROUND, StepRow.class)
                .setParameter(1, requestId)
                .setParameter(2, round)
                .setMaxResults(MOST_STEPS)
                .getResultList()
                .map(Steps::steps);
    }

    /** Write what changed of these steps; an open step closes before another opens. */
    public Uni<Void> change(Mutiny.Session session, List<ApprovalStep> steps) {
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> session.find(StepRow.class, step.id())
                        .invoke(row -> row.change(step))
                        .chain(session::flush))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Requests with a step that time acts on. */
    public Uni<List<UUID>> listDue(Mutiny.Session session, Instant now, int limit) {
        return session.createNativeQuery(DUE, UUID.class)
                .setParameter(1, now)
                .setParameter(2, limit)
                .getResultList();
    }

    /** Requests that wait for this caller, newest first, older than {@code before}. */
    public Uni<List<UUID>> listAwaiting(Mutiny.Session session, Scope caller, UUID before, Instant now, int limit) {
        String path = caller.unitPath();
        return session.createNativeQuery(AWAITING, UUID.class)
                .setParameter(1, path)
                .setParameter(2, path.substring(0, path.length() - 1) + "0")
                .setParameter(3, before)
                .setParameter(4, caller.accountId())
                .setParameter(5, caller.username())
                .setParameter(6, String.join(",", caller.roles()))
                .setParameter(7, now)
                .setParameter(8, limit)
                .getResultList();
    }

    private static List<ApprovalStep> steps(List<StepRow> rows) {
        return rows.stream().map(StepRow::toStep).toList();
    }
}
