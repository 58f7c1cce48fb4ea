package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.assignment.Continuation;
import org.motorpool.dispatch.assignment.Continuation.TakeOver;
import org.motorpool.dispatch.assignment.OrderActs;
import org.motorpool.dispatch.assignment.OrderActs.Act;
import org.motorpool.dispatch.assignment.OrderChange;
import org.motorpool.dispatch.assignment.OrderLife;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.OrderActApi.Swap;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Scope;

/** A vehicle breaks down on the road: its leg ends where it stands, another one takes over 换车. */
@Singleton
public class Breakdown {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;

    private final OrderActs acts;
    private final OrderLife orders;
    private final Continuation continuation;
    private final LegEnd leg;

    Breakdown(OrderActs acts, OrderLife orders, Continuation continuation, LegEnd leg) {
        this.acts = acts;
        this.orders = orders;
        this.continuation = continuation;
        this.leg = leg;
    }

    /** Swap the vehicle; answers with the order that goes on. Problems {@code order-state}, {@code version-stale}, as of assigning. */
    public Uni<VehicleOrder> swap(Scope scope, UUID id, IfMatch ifMatch, @Nullable Swap form, @Nullable String key) {
        Swap wanted = require(form);
        TakeOver takeOver = new TakeOver(
                Ids.next(), wanted.vehicleId(), wanted.driverId(), wanted.place(), wanted.at(), wanted.reason());
        Act act = new Act(id, "order-swap", wanted, key, takeOver.orderId());
        return acts.see(scope, session -> orders.get(session, id)
                        .call(_ -> continuation.requireVisible(session, wanted.vehicleId(), wanted.driverId())))
                .chain(_ -> acts.carryOut(
                        scope, act, session -> swap(session, scope, id, ifMatch, takeOver, wanted.odometer_km())));
    }

    private Uni<OrderChange> swap(
            Mutiny.Session session, Scope scope, UUID id, IfMatch ifMatch, TakeOver takeOver, long odometer_km) {
        return orders.lock(session, id)
                .invoke(order -> ifMatch.require(order.view()))
                .map(VehicleOrder::requireUnderway)
                .map(VehicleOrder::requireLeading)
                .call(order -> leg.end(session, order, takeOver.at(), odometer_km, scope.username()))
                .chain(order -> continuation.goOn(session, scope, order, takeOver));
    }

    private Swap require(@Nullable Swap form) {
        Swap given = Fields.required("vehicleId", form);
        Fields.required("vehicleId", given.vehicleId());
        Fields.required("driverId", given.driverId());
        return new Swap(
                given.vehicleId(),
                given.driverId(),
                place(given.place()),
                leg.requireTime("at", given.at()),
                leg.requireOdometer_km(given.odometer_km()),
                Fields.text("reason", given.reason(), LONGEST_REASON));
    }

    private static Place place(@Nullable Place place) {
        Place given = Fields.required("place", place);
        Fields.text("place.name", given.name(), LONGEST_NAME);
        if (!(Math.abs(given.latitude()) <= 90 && Math.abs(given.longitude()) <= 180)) {
            throw Fields.bad("place", "坐标超出范围", "is outside the range of coordinates");
        }
        return given;
    }
}
