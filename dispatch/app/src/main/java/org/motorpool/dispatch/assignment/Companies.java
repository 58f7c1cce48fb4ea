package org.motorpool.dispatch.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.OrderApi.PlanItem;

/** Which requests of a plan ride together 合乘: those that one vehicle has on board without being empty between. */
public final class Companies {

    private final Map<UUID, List<PlanItem>> ofRequest = new HashMap<>();

    Companies(List<PlanItem> items) {
        items.stream()
                .collect(Collectors.groupingBy(item -> List.of(item.vehicleId(), item.driverId())))
                .values()
                .forEach(this::divide);
    }

    /** The items, each with the numbers of those who ride with it. */
    public static List<PlanItem> told(List<PlanItem> items) {
        Companies companies = new Companies(items);
        return items.stream()
                .map(item -> item.sharedWith(
                        companies.with(item).map(PlanItem::requestNumber).toList()))
                .toList();
    }

    private void divide(List<PlanItem> ofVehicle) {
        List<PlanItem> company = new ArrayList<>();
        Instant empty = Instant.MIN;
        for (PlanItem item :
                ofVehicle.stream().sorted(Comparator.comparing(PlanItem::from)).toList()) {
            if (!item.from().isBefore(empty)) {
                company = new ArrayList<>();
            }
            company.add(item);
            ofRequest.put(item.requestId(), company);
            empty = item.to().isAfter(empty) ? item.to() : empty;
        }
    }

    /** The others who ride with this one. */
    List<UUID> others(PlanItem item) {
        return with(item).map(PlanItem::requestId).toList();
    }

    private Stream<PlanItem> with(PlanItem item) {
        return ofRequest.getOrDefault(item.requestId(), List.of()).stream()
                .filter(other -> !other.requestId().equals(item.requestId()));
    }
}
