package org.motorpool.dispatch.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.SharingVerdict;
import org.motorpool.dispatch.sharing.WantedUse;

/**
 * Which vehicles the rules admit to a request: lent, of the right region, offered or agreed on. Seats, category, time and hours are the
 * planner's business.
 */
record Admission(Set<UUID> admitted, List<Refused> refused) {

    /** Vehicles that one rule refuses, and how it refuses the first of them. */
    record Refused(Violation first, List<VehicleFile> vehicles) {
        Refused {
            vehicles = List.copyOf(vehicles);
        }
    }

    Admission {
        admitted = Collections.unmodifiableSet(new LinkedHashSet<>(admitted));
        refused = List.copyOf(refused);
    }

    boolean admits(UUID vehicleId) {
        return admitted.contains(vehicleId);
    }

    /** The same, and this vehicle, which serves already. */
    Admission with(UUID vehicleId) {
        Set<UUID> more = new LinkedHashSet<>(admitted);
        more.add(vehicleId);
        return new Admission(more, refused);
    }

    /** As the planner spells them; null when these are all of the day. */
    @Nullable
    List<String> eligible(DayCandidates candidates) {
        return admitted.size() == candidates.vehicles().size()
                ? null
                : admitted.stream().map(UUID::toString).toList();
    }

    static Admission of(UseRequest request, DayCandidates candidates) {
        return of(request, candidates, Set.of());
    }

    /** @param takenLater vehicles that are promised after the planner's day, but before the use ends */
    static Admission of(UseRequest request, DayCandidates candidates, Set<UUID> takenLater) {
        Set<UUID> admitted = new LinkedHashSet<>();
        Map<String, List<VehicleFile>> refused = new TreeMap<>();
        Map<String, Violation> first = new TreeMap<>();
        for (VehicleFile vehicle : candidates.vehicles()) {
            Optional<Violation> violation = current(request, vehicle)
                    .or(() -> judge(request, vehicle, candidates))
                    .or(() -> later(vehicle, takenLater));
            violation.ifPresentOrElse(
                    found -> {
                        first.putIfAbsent(found.rule(), found);
                        refused.computeIfAbsent(found.rule(), _ -> new ArrayList<>())
                                .add(vehicle);
                    },
                    () -> admitted.add(vehicle.id()));
        }
        return new Admission(
                admitted,
                first.entrySet().stream()
                        .map(rule -> new Refused(rule.getValue(), refused.getOrDefault(rule.getKey(), List.of())))
                        .toList());
    }

    /** Who serves the request now is no other choice. */
    private static Optional<Violation> current(UseRequest request, VehicleFile vehicle) {
        OrderApi.OrderSummary order = request.view().order();
        boolean serves = request.status() == RequestStatus.ASSIGNED
                && order != null
                && order.plate().equals(vehicle.plate());
        return serves
                ? Optional.of(new Violation(
                        "assigned-already",
                        "派车单 " + order.number(),
                        "车辆 %s 已派给此申请".formatted(vehicle.plate()),
                        "vehicle %s is assigned to this request".formatted(vehicle.plate())))
                : Optional.empty();
    }

    private static Optional<Violation> judge(UseRequest request, VehicleFile vehicle, DayCandidates candidates) {
        return Eligibility.checkLending(request.view(), vehicle, candidates.rules())
                .or(() -> candidates.sharing().judge(new WantedUse(request.view(), request.unitPath()), vehicle)
                                instanceof SharingVerdict.Refused(Violation violation)
                        ? Optional.of(violation)
                        : Optional.empty());
    }

    private static Optional<Violation> later(VehicleFile vehicle, Set<UUID> takenLater) {
        return takenLater.contains(vehicle.id())
                ? Optional.of(new Violation(
                        "vehicle-already-booked",
                        "派车单",
                        "车辆 %s 在用车结束前已有其他派车单".formatted(vehicle.plate()),
                        "vehicle %s has another order before the use ends".formatted(vehicle.plate())))
                : Optional.empty();
    }
}
