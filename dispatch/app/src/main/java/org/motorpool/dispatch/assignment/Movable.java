package org.motorpool.dispatch.assignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.request.UseRequest;

/**
 * Which orders of a day may move.
 *
 * @param orders that may, by their ids
 * @param held orders whose vehicle has no room for them by the planner's estimate of the ways: it counts as promised in their periods
 */
record Movable(Map<UUID, Mover> orders, Set<UUID> held) {

    static final Movable NOTHING = new Movable(Map.of(), Set.of());

    /** Pairs of order and vehicle that fit into one message to the planner (10 MB). */
    private static final int MOST_PAIRS = 150_000;

    /**
     * An order that may move.
     *
     * @param eligible vehicles that may serve it, as the planner spells them; null for all of the day
     */
    record Mover(UseRequest request, @Nullable List<String> eligible) {
        Mover {
            eligible = eligible == null ? null : List.copyOf(eligible);
        }
    }

    Movable {
        orders = Map.copyOf(orders);
        held = Set.copyOf(held);
    }

    /** The orders of the case, the earliest first, as long as what may serve them fits into a message; the others stay where they are. */
    static Movable of(ReplanCase asked) {
        Map<UUID, Mover> orders = new HashMap<>();
        int pairs = 0;
        for (VehicleOrder order : asked.movable()) {
            UseRequest request = asked.request(order);
            Admission admission =
                    Admission.of(request, asked.candidates()).with(order.view().vehicleId());
            Mover mover = new Mover(request, admission.eligible(asked.candidates()));
            pairs += mover.eligible() == null ? 0 : mover.eligible().size();
            if (pairs <= MOST_PAIRS) {
                orders.put(order.id(), mover);
            }
        }
        return new Movable(orders, Set.of());
    }

    Movable holding(Set<UUID> more) {
        return new Movable(orders, more);
    }

    Optional<Mover> find(UUID orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }
}
