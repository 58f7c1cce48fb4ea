package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.assignment.OrderActs;
import org.motorpool.dispatch.assignment.OrderActs.Act;
import org.motorpool.dispatch.assignment.OrderChange;
import org.motorpool.dispatch.assignment.OrderLife;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.OrderActApi.NoShow;
import org.motorpool.dispatch.organisation.Scope;

/** The passengers did not come 用车人未到: the order's driver or a dispatcher ends it; what was driven is measured all the same. */
@Singleton
public class NoShows {

    private static final int LONGEST_REASON = 500;
    private static final String USUAL_REASON = "用车人未到 no-show";

    private final OrderActs acts;
    private final OrderLife orders;
    private final LegEnd leg;

    NoShows(OrderActs acts, OrderLife orders, LegEnd leg) {
        this.acts = acts;
        this.orders = orders;
        this.leg = leg;
    }

    /** End the order. Problems {@code order-unknown}, {@code order-state}, {@code version-stale}, {@code no-show-too-early}. */
    public Uni<VehicleOrder> end(Scope scope, UUID id, IfMatch ifMatch, @Nullable NoShow form, @Nullable String key) {
        NoShow wanted = require(form);
        Act act = Act.on(id, "order-no-show", wanted, key);
        return scope.roles().contains("DISPATCHER")
                ? acts.act(scope, act, session -> end(session, scope, orders.lock(session, id), ifMatch, wanted))
                : acts.carryOut(
                        scope,
                        act,
                        session -> end(
                                session, scope, orders.lockForDriver(session, id, scope.username()), ifMatch, wanted));
    }

    private NoShow require(@Nullable NoShow form) {
        NoShow given = Fields.required("occurredAt", form);
        String reason = Fields.optionalText("reason", given.reason(), LONGEST_REASON);
        return new NoShow(
                leg.requireTime("occurredAt", given.occurredAt()),
                given.odometer_km(),
                Objects.requireNonNullElse(reason, USUAL_REASON));
    }

    private Uni<OrderChange> end(
            Mutiny.Session session, Scope scope, Uni<VehicleOrder> locked, IfMatch ifMatch, NoShow wanted) {
        return locked.invoke(order -> ifMatch.require(order.view()))
                .map(order -> order.requireMayBecome(OrderStatus.NO_SHOW))
                .call(order -> order.status().isUnderway() && !order.isRiding()
                        ? leg.end(
                                session,
                                order,
                                wanted.occurredAt(),
                                leg.requireOdometer_km(wanted.odometer_km()),
                                scope.username())
                        : Uni.createFrom().voidItem())
                .chain(before -> orders.noShow(session, scope, before, wanted.occurredAt(), wanted.reason())
                        .call(change ->
                                acts.tell(session, scope, "order-no-show", before, change.order(), wanted.reason())));
    }
}
