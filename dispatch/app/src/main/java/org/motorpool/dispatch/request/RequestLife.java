package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.store.Requests;

/** What becomes of an approved request; for assignment and trip, in their transactions. They push after their commit. */
@Singleton
public class RequestLife {

    private final Requests requests;
    private final RequestTold told;

    RequestLife(Requests requests, RequestTold told) {
        this.requests = requests;
        this.told = told;
    }

    /** Approved requests of units below the path that depart in [from, to), earliest first. */
    public Uni<List<UseRequest>> listApproved(
            Mutiny.Session session, String scopePath, Instant from, Instant to, int limit) {
        return requests.listApproved(session, scopePath, from, to, limit);
    }

    /** The request; fails with problem {@code request-unknown}. */
    public Uni<UseRequest> get(Mutiny.Session session, UUID id) {
        return requests.find(session, id).map(found -> found.orElseThrow(() -> RequestService.unknown(id)));
    }

    /** The problem of a request that does not exist or is not the caller's. */
    public static RuntimeException unknown(UUID id) {
        return RequestService.unknown(id);
    }

    /** Those of the requests that the session may see. */
    public Uni<List<UseRequest>> listByIds(Mutiny.Session session, List<UUID> ids) {
        return requests.listByIds(session, ids);
    }

    /** Lock the request, which must be waiting for a vehicle; problems {@code request-unknown}, {@code request-state}. */
    public Uni<UseRequest> lockForAssignment(Mutiny.Session session, UUID id) {
        return requests.lock(session, id).map(found -> found.orElseThrow(() -> RequestService.unknown(id))
                .requireMayBecome(RequestStatus.ASSIGNED));
    }

    /** Approved → assigned. The caller holds the lock of {@link #lockForAssignment}. */
    public Uni<UseRequest> assign(Mutiny.Session session, UUID id, Assigned assigned) {
        return requests.assign(session, id, assigned);
    }

    /** Another vehicle or driver serves the request from now on; it stays where it is. */
    public Uni<UseRequest> follow(Mutiny.Session session, UUID id, Assigned assigned) {
        return requests.lock(session, id)
                .map(found -> found.orElseThrow(() -> RequestService.unknown(id)))
                .chain(_ -> requests.follow(session, id, assigned));
    }

    /** Follow the order: to this status, with the order's status; the move must be allowed. */
    public Uni<UseRequest> move(Mutiny.Session session, Scope by, UUID id, RequestStatus status, String orderStatus) {
        return requests.lock(session, id)
                .map(found ->
                        found.orElseThrow(() -> RequestService.unknown(id)).requireMayBecome(status))
                .chain(before -> requests.move(session, id, status, orderStatus)
                        .call(after -> told.changed(session, by, before, after, "request-" + status)));
    }

    /** The order was cancelled: the request waits for another vehicle, and the unit of this one sees it no more. */
    public Uni<UseRequest> release(Mutiny.Session session, Scope by, UUID id) {
        return requests.lock(session, id)
                .map(found ->
                        found.orElseThrow(() -> RequestService.unknown(id)).requireMayBecome(RequestStatus.APPROVED))
                .chain(before -> requests.release(session, id)
                        .call(after -> told.changed(session, by, before, after, "request-released")));
    }

    /** The order went on, the request stays where it is. */
    public Uni<UseRequest> showOrderStatus(Mutiny.Session session, UUID id, String orderStatus) {
        return requests.lock(session, id)
                .map(found -> found.orElseThrow(() -> RequestService.unknown(id)))
                .chain(request -> requests.move(session, id, request.status(), orderStatus));
    }
}
