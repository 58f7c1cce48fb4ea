package org.motorpool.dispatch.assignment;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayAnswerApi;

/**
 * Which rides have another seat in the end.
 *
 * @param seats where each ride that the planner touched ended, by its id
 * @param forced rides the incident left without a place
 */
record ReplanChanges(Map<String, DayAnswerApi.Seat> seats, Set<String> forced) {

    ReplanChanges {
        seats = Map.copyOf(seats);
        forced = Set.copyOf(forced);
    }

    /** @param withheld orders that were given to the planner as requests */
    static ReplanChanges of(ReplanCase asked, Set<UUID> withheld, List<DayAnswerApi.Replanned> happened) {
        Map<String, VehicleOrder> orders = new LinkedHashMap<>();
        asked.ordersByRequest().forEach((request, order) -> orders.put(request.toString(), order));
        Map<String, DayAnswerApi.Seat> seats = new LinkedHashMap<>();
        Set<String> forced = new HashSet<>();
        for (DayAnswerApi.Replanned replanned : happened) {
            replanned.affected().forEach(seat -> forced.add(seat.ride()));
            Stream.concat(replanned.affected().stream(), replanned.moved().stream())
                    .forEach(seat -> seats.put(seat.ride(), seat));
        }
        orders.forEach((ride, order) -> {
            if (withheld.contains(order.id()) && asked.isMovable(order)) {
                forced.add(ride);
                seats.putIfAbsent(ride, new DayAnswerApi.Seat(ride, null, null, null));
            }
            if (!asked.isMovable(order) || stays(seats.get(ride), order)) {
                seats.remove(ride);
            }
        });
        return new ReplanChanges(seats, forced);
    }

    private static boolean stays(DayAnswerApi.@Nullable Seat seat, VehicleOrder order) {
        return seat == null
                || order.view().vehicleId().toString().equals(seat.vehicle())
                        && order.view().driverId().toString().equals(seat.driver());
    }

    Set<String> rides() {
        return seats.keySet();
    }
}
