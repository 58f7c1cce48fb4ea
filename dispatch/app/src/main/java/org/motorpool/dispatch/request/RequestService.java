package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.store.Requests;

/** Use requests as requesters and approvers handle them: read, decide, cancel. */
@ApplicationScoped
public class RequestService {

    private final ScopedTransactions transactions;
    private final Requests requests;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Push push;
    private final Clock clock;

    RequestService(
            ScopedTransactions transactions,
            Requests requests,
            Outbox outbox,
            AuditTrail audit,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.outbox = outbox;
        this.audit = audit;
        this.push = push;
        this.clock = clock;
    }

    /** Requests in scope, newest first. */
    public Uni<List<UseRequest>> list(Scope scope, RequestFilter filter) {
        return transactions.inTransaction(scope, session -> requests.list(session, scope.unitPath(), filter));
    }

    /** The request; fails with problem {@code request-unknown} when there is none in scope. */
    public Uni<UseRequest> get(Scope scope, UUID id) {
        return transactions.inTransaction(
                scope, session -> requests.find(session, id).map(found -> found.orElseThrow(() -> unknown(id))));
    }

    /** Decide on a submitted request; nobody decides on their own. */
    public Uni<UseRequest> decide(Scope scope, UUID id, @Nullable NewDecision wanted) {
        Decision decision = DecisionRules.require(wanted);
        String reason = wanted == null || wanted.reason() == null
                ? null
                : wanted.reason().strip();
        return transactions
                .inTransaction(scope, session -> lockOwned(session, scope, id)
                        .invoke(request -> requireOthers(request, scope))
                        .invoke(request -> request.requireMayBecome(decision.outcome()))
                        .chain(_ -> requests.decide(
                                session, id, decision.outcome(), scope.username(), clock.instant(), reason))
                        .call(request -> tell(session, request, scope, reason))
                        .call(request -> audit.note(
                                session,
                                scope,
                                "request-" + decision.outcome(),
                                request.view().number())))
                .invoke(request -> push.tell(request.change()));
    }

    /** Cancel a request that has no vehicle (any more). */
    public Uni<UseRequest> cancel(Scope scope, UUID id) {
        return transactions
                .inTransaction(scope, session -> lockOwned(session, scope, id)
                        .map(request -> request.requireMayBecome(RequestStatus.CANCELLED))
                        .chain(_ -> requests.move(session, id, RequestStatus.CANCELLED, null))
                        .call(request -> audit.note(
                                session,
                                scope,
                                "request-" + RequestStatus.CANCELLED,
                                request.view().number())))
                .invoke(request -> push.tell(request.change()));
    }

    /** A unit that only lends a vehicle sees the request, but does not decide on it: to it, the request is unknown. */
    private Uni<UseRequest> lockOwned(Mutiny.Session session, Scope scope, UUID id) {
        return requests.lock(session, id).map(found -> found.filter(request -> scope.covers(request.unitPath()))
                .orElseThrow(() -> unknown(id)));
    }

    private static void requireOthers(UseRequest request, Scope scope) {
        if (request.requesterId().equals(scope.accountId())) {
            throw Problem.of(
                            403,
                            "self-approval",
                            "无权限 Forbidden",
                            "不能审批本人提交的用车申请 %s，请由其他审批人处理"
                                    .formatted(request.view().number()),
                            "nobody decides on their own request %s; ask another approver"
                                    .formatted(request.view().number()),
                            null)
                    .asException();
        }
    }

    /** A request that goes back to its requester is a matter between the two, not an event. */
    private Uni<Void> tell(Mutiny.Session session, UseRequest request, Scope scope, @Nullable String reason) {
        return switch (request.status()) {
            case APPROVED ->
                outbox.add(
                        session,
                        new DispatchEvent.RequestApproved(Ids.next(), request.id(), clock.instant(), scope.username()));
            case REJECTED ->
                outbox.add(
                        session,
                        new DispatchEvent.RequestRejected(
                                Ids.next(), request.id(), clock.instant(), scope.username(), reason));
            case RETURNED, SUBMITTED, ASSIGNED, UNDERWAY, CLOSED, CANCELLED ->
                Uni.createFrom().voidItem();
        };
    }

    static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "request-unknown",
                        "用车申请 %s 不存在或不在您的管理范围内".formatted(id),
                        "request %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
