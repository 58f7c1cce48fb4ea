package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.store.Conflicts;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.contract.ReplanApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.registry.ChangeCause;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.registry.VehicleState;

/**
 * What a committed re-plan means beside its moves: a vehicle that broke down for the day is out of service, and an order that is late
 * holds its vehicle until it will be back, so that nobody is promised it before.
 */
@Singleton
class Aftermath {

    private final Orders orders;
    private final OrderLife life;
    private final OrderActs acts;
    private final Conflicts conflicts;
    private final VehicleService vehicles;

    Aftermath(Orders orders, OrderLife life, OrderActs acts, Conflicts conflicts, VehicleService vehicles) {
        this.orders = orders;
        this.life = life;
        this.acts = acts;
        this.conflicts = conflicts;
        this.vehicles = vehicles;
    }

    Uni<List<OrderChange>> settle(Mutiny.Session session, Scope by, ReplanApi.Replan replan) {
        ReplanApi.DayEvent event = replan.event();
        return switch (event.kind()) {
            case "BREAKDOWN" -> event.until() == null ? stop(session, by, event.vehicleId()) : nothing();
            case "DELAY" -> prolong(session, by, event.orderId(), event.until());
            default -> nothing();
        };
    }

    private static Uni<List<OrderChange>> nothing() {
        return Uni.createFrom().item(List.of());
    }

    /** One that is on the road goes out of service with the swap, which ends its leg. */
    private Uni<List<OrderChange>> stop(Mutiny.Session session, Scope by, UUID vehicleId) {
        ChangeCause cause = new ChangeCause(by.username(), "故障 breakdown: 重排 re-plan");
        return orders.listOpenStatuses(session, vehicleId)
                .chain(open -> open.stream().anyMatch(OrderStatus::isUnderway)
                        ? Uni.createFrom().voidItem()
                        : vehicles.markState(session, vehicleId, VehicleState.OUT_OF_SERVICE, cause))
                .chain(Aftermath::nothing);
    }

    /** As far as the next promise allows: an order that stayed keeps its vehicle. */
    private Uni<List<OrderChange>> prolong(Mutiny.Session session, Scope by, UUID orderId, Instant until) {
        return life.lock(session, orderId).chain(late -> conflicts
                .findNextStart(session, late)
                .map(next -> next.filter(until::isAfter).orElse(until))
                .chain(to ->
                        late.status().isUnderway() && to.isAfter(late.view().to())
                                ? prolong(session, by, late, to)
                                : nothing()));
    }

    private Uni<List<OrderChange>> prolong(Mutiny.Session session, Scope by, VehicleOrder late, Instant to) {
        return orders.prolong(session, late.id(), to)
                .call(after -> acts.tell(session, by, "order-prolonged", late, after))
                .chain(after -> life.unchanged(session, after))
                .map(List::of);
    }
}
