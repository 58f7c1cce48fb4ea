package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.store.OrderBases;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.PoolOfferApi.Basis;
import org.motorpool.dispatch.contract.PoolOfferApi.TakeBack;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.RequestLife;

/**
 * The owner's own need comes first until the cut-off of the offer: until then their approved request takes a lent vehicle back,
 * and the request it served waits again. After it the loan is firm.
 */
@Singleton
public class TakingBack {

    private static final int LONGEST_REASON = 500;

    private final OrderActs acts;
    private final OrderLife life;
    private final Requisition requisition;
    private final Assigning assigning;
    private final RequestLife requests;
    private final OrderBases bases;
    private final Clock clock;

    TakingBack(
            OrderActs acts,
            OrderLife life,
            Requisition requisition,
            Assigning assigning,
            RequestLife requests,
            OrderBases bases,
            Clock clock) {
        this.acts = acts;
        this.life = life;
        this.requisition = requisition;
        this.assigning = assigning;
        this.requests = requests;
        this.bases = bases;
        this.clock = clock;
    }

    /** The basis of an order in scope; none where the vehicle is the unit's own. */
    public Uni<Optional<Basis>> findBasis(Scope scope, UUID id) {
        return acts.see(scope, session -> life.get(session, id).chain(order -> bases.find(session, leading(order))));
    }

    /**
     * Take the vehicle back for an own request; the answer is that request's order. Problems: {@code offer-cutoff-passed},
     * {@code take-back-not-own}, {@code order-unknown}, those of cancelling and of assigning.
     */
    public Uni<VehicleOrder> takeBack(
            Scope scope, UUID id, IfMatch ifMatch, @Nullable TakeBack form, @Nullable String key) {
        TakeBack wanted = require(form);
        UUID orderId = Ids.next();
        return acts.act(
                scope, new OrderActs.Act(id, "order-take-back", wanted, key, orderId), session -> life.lock(session, id)
                        .invoke(order -> ifMatch.require(order.view()))
                        .invoke(order -> requireOwner(scope, order))
                        .call(_ -> requireNotFirm(session, id))
                        .call(order -> requireOwnRequest(session, order, wanted.requestId()))
                        .chain(order -> takeBack(session, scope, order, wanted, orderId)));
    }

    /** Fails with {@code offer-cutoff-passed} when somebody who only lends the vehicle may not have it back any more. */
    Uni<Void> requireMayWithdraw(Mutiny.Session session, Scope scope, UUID id) {
        return life.get(session, id)
                .chain(order -> scope.covers(order.requestUnitPath())
                        ? Uni.createFrom().voidItem()
                        : requireNotFirm(session, leading(order)));
    }

    /** What riders share is lent once: to the order that leads. */
    private static UUID leading(VehicleOrder order) {
        return Objects.requireNonNullElse(order.view().course().ridesWithId(), order.id());
    }

    private static TakeBack require(@Nullable TakeBack form) {
        TakeBack wanted = Fields.required("requestId", form);
        Fields.required("requestId", wanted.requestId());
        Fields.text("reason", wanted.reason(), LONGEST_REASON);
        return wanted;
    }

    private static void requireOwner(Scope scope, VehicleOrder order) {
        if (!scope.covers(order.vehicleUnitPath())) {
            throw OrderService.unknown(order.id());
        }
    }

    private Uni<Void> requireNotFirm(Mutiny.Session session, UUID id) {
        return bases.find(session, id)
                .invoke(basis -> basis.map(Basis::firmFrom)
                        .filter(firmFrom -> !clock.instant().isBefore(firmFrom))
                        .ifPresent(firmFrom -> {
                            throw firm(id, firmFrom);
                        }))
                .replaceWithVoid();
    }

    private static RuntimeException firm(UUID id, Instant firmFrom) {
        return Problem.conflict(
                        "offer-cutoff-passed",
                        "派车单 %s 的出借已于 %s 锁定，车辆所属单位不能再收回".formatted(id, firmFrom),
                        "the loan of order %s is firm since %s; the owner cannot have the vehicle back"
                                .formatted(id, firmFrom))
                .asException();
    }

    private Uni<Void> requireOwnRequest(Mutiny.Session session, VehicleOrder lent, UUID requestId) {
        return requests.get(session, requestId)
                .invoke(request -> {
                    if (!request.view().unitId().equals(lent.vehicleUnitId())) {
                        throw Problem.conflict(
                                        "take-back-not-own",
                                        "只有 %s 自己的用车申请才能收回车辆 %s"
                                                .formatted(
                                                        lent.view().vehicleUnitName(),
                                                        lent.view().plate()),
                                        "only a request of %s itself takes vehicle %s back"
                                                .formatted(
                                                        lent.view().vehicleUnitName(),
                                                        lent.view().plate()))
                                .asException();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<OrderChange> takeBack(
            Mutiny.Session session, Scope scope, VehicleOrder lent, TakeBack wanted, UUID orderId) {
        UUID driverId =
                Objects.requireNonNullElse(wanted.driverId(), lent.view().driverId());
        OrderApi.NewOrder own =
                new OrderApi.NewOrder(wanted.requestId(), lent.view().vehicleId(), driverId);
        return requisition
                .withdraw(session, scope, lent.id(), wanted.reason().strip())
                .chain(withdrawn -> assigning
                        .assign(session, scope, own, orderId)
                        .map(change -> new OrderChange(
                                change.order(), change.request(), List.of(withdrawn.order()), List.of())));
    }
}
