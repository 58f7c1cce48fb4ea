package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.FederationMessage.Billed;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.OrderApi.OrderSummary;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

/**
 * What a case does to the traveller's request. While it is booked, the request has its vehicle: nobody at home assigns another. What
 * no longer fits the request, which people may have changed meanwhile, is left out.
 */
@Singleton
class HomeEffects {

    private final RequestLife requests;
    private final Prices prices;

    HomeEffects(RequestLife requests, Prices prices) {
        this.requests = requests;
        this.prices = prices;
    }

    Uni<Moved> apply(Mutiny.Session session, Moved moved, Effect effect) {
        if (effect == Effect.RECKON) {
            return reckon(session, moved);
        }
        UUID id = moved.to().requestId();
        return id == null
                ? Uni.createFrom().item(moved)
                : requests.get(session, id)
                        .chain(request -> follow(session, moved.to(), request, effect))
                        .replaceWith(moved);
    }

    private Uni<Void> follow(Mutiny.Session session, ServiceCase side, UseRequest request, Effect effect) {
        return switch (effect) {
            case HOLD_REQUEST ->
                requests.lockForAssignment(session, request.id())
                        .chain(_ -> show(session, side, request))
                        .replaceWithVoid();
            case SHOW_ORDER -> request.status() == RequestStatus.ASSIGNED ? show(session, side, request) : nothing();
            case BEGIN_REQUEST -> move(session, request, RequestStatus.UNDERWAY, "DEPARTED");
            case SHOW_RETURN ->
                requests.showOrderStatus(session, request.id(), "RETURNED").replaceWithVoid();
            case CLOSE_REQUEST -> move(session, request, RequestStatus.CLOSED, "CLOSED");
            case RELEASE_REQUEST ->
                request.status() == RequestStatus.ASSIGNED
                        ? requests.release(session, request.id()).replaceWithVoid()
                        : nothing();
            case RECKON, ADMIT_GUEST, DISMISS_GUEST, BILL ->
                throw new IllegalArgumentException("%s does not concern a request at home".formatted(effect));
        };
    }

    private Uni<Void> move(Mutiny.Session session, UseRequest request, RequestStatus next, String orderStatus) {
        return request.status().mayBecome(next)
                ? requests.move(session, request.id(), next, orderStatus).replaceWithVoid()
                : nothing();
    }

    /** The request shows the host's vehicle and driver, or the booking before there are any. */
    private Uni<Void> show(Mutiny.Session session, ServiceCase side, UseRequest request) {
        Assigned assigned = side.facts().find(Assigned.class).orElse(null);
        OrderSummary summary = new OrderSummary(
                side.id(),
                assigned == null ? side.number() : assigned.orderNumber(),
                assigned == null ? "BOOKED" : "ASSIGNED",
                assigned == null ? "" : assigned.plate(),
                assigned == null ? "" : assigned.energyType(),
                side.peerName(),
                assigned == null ? "" : assigned.driverName());
        return requests.assign(
                        session,
                        request.id(),
                        new org.motorpool.dispatch.request.Assigned(
                                summary, "CROSS_REGION", side.unitId(), side.unitPath()))
                .replaceWithVoid();
    }

    private Uni<Moved> reckon(Mutiny.Session session, Moved moved) {
        ServiceCase side = moved.to();
        Evidenced evidence = side.facts().find(Evidenced.class).orElse(null);
        Billed bill = side.facts().find(Billed.class).orElse(null);
        if (evidence == null || bill == null) {
            return Uni.createFrom().item(moved);
        }
        return prices.reckon_fen(session, bill, evidence)
                .map(fen -> new Moved(side.with(side.facts().expecting(fen)), moved.send(), moved.effects()));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
