package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.organisation.Scope;

/** Tells of what became of a request, in the transaction of the change. */
@Singleton
class RequestTold {

    private final Changes changes;
    private final Clock clock;

    RequestTold(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** A new request, or one submitted again. */
    Uni<Void> submitted(Mutiny.Session session, Scope by, UseRequest request, StateChange change) {
        return changes.tell(
                session,
                by,
                change,
                new DispatchEvent.RequestSubmitted(
                        Ids.next(),
                        request.id(),
                        clock.instant(),
                        request.view().number(),
                        request.unitCode()));
    }

    /** Any other change. */
    Uni<Void> changed(Mutiny.Session session, Scope by, UseRequest before, UseRequest after, String action) {
        return changes.tell(session, by, change(after, action, before.state()));
    }

    /** The approval has ended: with yes or no as an event too; what goes back is a matter between requester and approver. */
    Uni<Void> decided(Mutiny.Session session, Scope by, UseRequest before, UseRequest after) {
        StateChange change = change(after, "request-" + after.status(), before.state());
        return event(by, after)
                .map(own -> changes.tell(session, by, change, own))
                .orElseGet(() -> changes.tell(session, by, change));
    }

    private Optional<DispatchEvent> event(Scope by, UseRequest request) {
        return switch (request.status()) {
            case APPROVED ->
                Optional.of(
                        new DispatchEvent.RequestApproved(Ids.next(), request.id(), clock.instant(), by.username()));
            case REJECTED ->
                Optional.of(new DispatchEvent.RequestRejected(
                        Ids.next(),
                        request.id(),
                        clock.instant(),
                        by.username(),
                        request.view().decisionReason()));
            case RETURNED, SUBMITTED, ASSIGNED, UNDERWAY, CLOSED, CANCELLED -> Optional.empty();
        };
    }

    static StateChange change(UseRequest after, String action, @Nullable String before) {
        return new StateChange("request", after.id(), after.id(), after.view().number(), action, before, after.state());
    }
}
