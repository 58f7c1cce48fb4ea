package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.store.Requests;
import org.motorpool.dispatch.request.store.RequestsOfOperations;

/**
 * Requests of a major event or an emergency mobilisation: many, submitted by one hand and decided as one; for operation, in its
 * transactions. Who may decide is operation's business, so no approval chain is asked. It pushes after its commit.
 */
@Singleton
public class OperationRequests {

    private final Submission submission;
    private final Approving approving;
    private final Requests requests;
    private final RequestsOfOperations linked;
    private final Outbox outbox;
    private final Changes changes;
    private final Clock clock;

    OperationRequests(
            Submission submission,
            Approving approving,
            Requests requests,
            RequestsOfOperations linked,
            Outbox outbox,
            Changes changes,
            Clock clock) {
        this.submission = submission;
        this.approving = approving;
        this.requests = requests;
        this.linked = linked;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
    }

    /** Check the request as everybody's is, and submit it. */
    public Uni<UseRequest> submit(Mutiny.Session session, Scope scope, UUID operationId, NewRequest wanted) {
        return submit(session, scope, wanted).call(request -> linked.link(session, request.id(), operationId));
    }

    /** The same for a guest whose own authority approved it: it belongs to no operation, and is approved at once. */
    public Uni<UseRequest> submitApproved(Mutiny.Session session, Scope guest, NewRequest wanted, String reason) {
        return submit(session, guest, wanted).chain(request -> approve(session, Scope.SYSTEM, request, reason));
    }

    private Uni<UseRequest> submit(Mutiny.Session session, Scope scope, NewRequest wanted) {
        NewRequestRules.check(wanted, clock.instant()).ifPresent(problem -> {
            throw problem.asException();
        });
        return submission.create(session, scope, new Submission.Draft(Ids.next(), wanted, null, true));
    }

    /** Approve all requests of the operation that wait for it. */
    public Uni<List<UseRequest>> approveAll(
            Mutiny.Session session, Scope scope, UUID operationId, @Nullable String reason) {
        return linked.lockSubmitted(session, operationId).chain(waiting -> Multi.createFrom()
                .iterable(waiting)
                .onItem()
                .transformToUniAndConcatenate(request -> approve(session, scope, request, reason))
                .collect()
                .asList());
    }

    /** The decision is no: cancel all that wait for it. */
    public Uni<List<UseRequest>> cancelAll(Mutiny.Session session, Scope scope, UUID operationId) {
        return linked.lockSubmitted(session, operationId).chain(waiting -> Multi.createFrom()
                .iterable(waiting)
                .onItem()
                .transformToUniAndConcatenate(request -> cancel(session, scope, request.id()))
                .collect()
                .asList());
    }

    /** Approve one of them. */
    public Uni<UseRequest> approve(Mutiny.Session session, Scope scope, UseRequest request, @Nullable String reason) {
        return requests.decide(session, request.id(), RequestStatus.APPROVED, scope.username(), clock.instant(), reason)
                .call(_ -> outbox.add(
                        session,
                        new DispatchEvent.RequestApproved(Ids.next(), request.id(), clock.instant(), scope.username())))
                .call(after -> tell(session, scope, "request-approved", request, after));
    }

    /** Cancel one that has no vehicle (any more); problem {@code request-state}. */
    public Uni<UseRequest> cancel(Mutiny.Session session, Scope scope, UUID id) {
        return requests.lock(session, id)
                .map(found -> found.orElseThrow(() -> RequestService.unknown(id)))
                .map(request -> request.requireMayBecome(RequestStatus.CANCELLED))
                .chain(before -> approving
                        .voidSteps(session, before)
                        .chain(() -> requests.cancel(session, id))
                        .call(after -> tell(session, scope, "request-cancelled", before, after)));
    }

    /** The request waits for a vehicle before all others of its unit. */
    public Uni<Void> putFirst(Mutiny.Session session, UUID id) {
        return linked.putFirst(session, id);
    }

    private Uni<Void> tell(Mutiny.Session session, Scope scope, String action, UseRequest before, UseRequest after) {
        return changes.tell(
                session,
                scope,
                new StateChange(
                        "request",
                        after.id(),
                        after.id(),
                        after.view().number(),
                        action,
                        before.status().name(),
                        after.status().name()));
    }
}
