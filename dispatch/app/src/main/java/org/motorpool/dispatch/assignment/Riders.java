package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.store.SharedOrders;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.RequestLife;

/** What becomes of orders that ride with another one 合乘 when something becomes of that one; nothing is asked where nobody does. */
@Singleton
class Riders {

    private final SharedOrders shared;
    private final RequestLife requests;
    private final Changes changes;

    Riders(SharedOrders shared, RequestLife requests, Changes changes) {
        this.shared = shared;
        this.requests = requests;
        this.changes = changes;
    }

    /** Those who ride with it and are not over, locked. */
    Uni<List<VehicleOrder>> lock(Mutiny.Session session, VehicleOrder lead) {
        return lead.isShared() && !lead.isRiding()
                ? shared.lockRiders(session, lead.id())
                : Uni.createFrom().item(List.of());
    }

    /** Do it to each of them, the first picked up first. */
    Uni<List<OrderChange>> each(
            Mutiny.Session session, VehicleOrder lead, Function<VehicleOrder, Uni<OrderChange>> act) {
        return lock(session, lead).chain(riders -> each(riders, act));
    }

    static Uni<List<OrderChange>> each(List<VehicleOrder> riders, Function<VehicleOrder, Uni<OrderChange>> act) {
        return Multi.createFrom()
                .iterable(riders)
                .onItem()
                .transformToUniAndConcatenate(act::apply)
                .collect()
                .in(ArrayList<OrderChange>::new, ArrayList::add)
                .map(List::copyOf);
    }

    /** Who rides with it goes the same step. */
    Uni<OrderChange> follow(
            Mutiny.Session session,
            Scope by,
            OrderChange lead,
            String action,
            Function<VehicleOrder, Uni<OrderChange>> step) {
        return each(session, lead.order(), rider -> step.apply(rider)
                        .call(after -> tell(session, by, action, rider, after.order())))
                .map(along -> along.isEmpty() ? lead : lead.along(along));
    }

    /** Who would lead if this one did not. */
    Uni<Optional<UUID>> findSuccessor(Mutiny.Session session, VehicleOrder lead) {
        return lock(session, lead)
                .map(riders -> riders.stream().map(VehicleOrder::id).findFirst());
    }

    /**
     * This one is out of it. Who rode leaves a shorter slip behind; who led, the lead to the first who is picked up: nobody is stranded, and
     * vehicle, driver and the end of the period stay as they are.
     */
    Uni<List<OrderChange>> leave(Mutiny.Session session, Scope by, VehicleOrder before) {
        return before.isRiding()
                ? shared.supersede(session, before.view().course().ridesWithId())
                        .chain(lead -> told(session, by, "order-left", lead, lead))
                        .map(List::of)
                : lock(session, before).chain(riders -> handOn(session, by, before, riders));
    }

    private Uni<List<OrderChange>> handOn(
            Mutiny.Session session, Scope by, VehicleOrder before, List<VehicleOrder> riders) {
        if (riders.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        VehicleOrder next = riders.getFirst();
        List<VehicleOrder> others = riders.subList(1, riders.size());
        return shared.lead(session, next.id(), before, others)
                .chain(lead -> told(session, by, "order-leads", next, lead))
                .chain(lead -> each(others, rider -> rideWith(session, by, rider, next.id()))
                        .map(rest -> {
                            List<OrderChange> all = new ArrayList<>(rest);
                            all.addFirst(lead);
                            return all;
                        }));
    }

    private Uni<OrderChange> rideWith(Mutiny.Session session, Scope by, VehicleOrder rider, UUID leadId) {
        return shared.rideWith(session, rider.id(), leadId)
                .chain(after -> told(session, by, "order-rides-with-another", rider, after));
    }

    private Uni<OrderChange> told(
            Mutiny.Session session, Scope by, String action, VehicleOrder before, VehicleOrder after) {
        return tell(session, by, action, before, after)
                .chain(() -> requests.get(session, after.view().requestId()))
                .map(request -> new OrderChange(after, request));
    }

    Uni<Void> tell(Mutiny.Session session, Scope by, String action, VehicleOrder before, VehicleOrder after) {
        return changes.tell(
                session,
                by,
                new StateChange(
                        "order",
                        after.id(),
                        after.view().requestId(),
                        after.view().number(),
                        action,
                        before.told(),
                        after.told()));
    }
}
