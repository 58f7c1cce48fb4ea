package org.motorpool.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.planner.contract.DayApi;

/**
 * Requests of one day that are to be planned, in the planner's words: beside the orders there are, with the vehicles that the rules admit to
 * any of them.
 *
 * @param requests that depart on the day, or should have departed before it
 * @param takenLater vehicles that are promised after the planner's day, while some of the uses last
 */
record PlanTask(List<UseRequest> requests, DayCandidates candidates, List<VehicleOrder> takenLater) {

    PlanTask {
        requests = List.copyOf(requests);
        takenLater = List.copyOf(takenLater);
    }

    DayApi.Facts facts(UUID planId, Instant now) {
        Map<UseRequest, Admission> admissions = admissions();
        Set<UUID> admitted = admissions.values().stream()
                .flatMap(admission -> admission.admitted().stream())
                .collect(Collectors.toSet());
        DayCandidates kept = candidates.withVehicles(admitted);
        DayTask task = new DayTask(kept);
        List<DayApi.Ride> rides = admissions.entrySet().stream()
                .map(request -> ride(request.getKey(), request.getValue(), now))
                .toList();
        String snapshot = "%s.%s".formatted(planId, candidates.day());
        return pooled(task.facts(snapshot, now, rides, new DayApi.Weights(task.km_fen())));
    }

    private Map<UseRequest, Admission> admissions() {
        Map<UseRequest, Admission> admissions = new LinkedHashMap<>();
        requests.forEach(request -> admissions.put(request, Admission.of(request, candidates, taken(request))));
        return admissions;
    }

    private Set<UUID> taken(UseRequest request) {
        return takenLater.stream()
                .filter(order -> order.view().from().isBefore(request.view().returnAt()))
                .map(order -> order.view().vehicleId())
                .collect(Collectors.toSet());
    }

    private DayApi.Ride ride(UseRequest request, Admission admission, Instant now) {
        DayApi.Ride ride = RideWords.of(request, request.unitCode(), admission, null, candidates);
        Duration late = request.view().hostRegionCode() == null ? RideWords.SOON : RideWords.LATE;
        boolean soon = !request.view().departAt().isAfter(now.plus(late));
        return RideWords.shared(soon ? RideWords.within(ride, now, late) : ride, request, candidates.pooling());
    }

    /** Which vehicles may serve is told once for all rides that have the same. */
    private static DayApi.Facts pooled(DayApi.Facts facts) {
        Map<List<String>, String> names = new LinkedHashMap<>();
        List<DayApi.Ride> rides = new ArrayList<>();
        for (DayApi.Ride ride : facts.rides()) {
            rides.add(
                    ride.promised() != null
                            ? ride
                            : ride.of(names.computeIfAbsent(ride.eligible(), _ -> Integer.toString(names.size() + 1))));
        }
        return new DayApi.Facts(
                facts.snapshot(),
                facts.midnight(),
                facts.now(),
                facts.steps(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                facts.vehicles(),
                facts.drivers(),
                rides,
                names.entrySet().stream()
                        .map(pool -> new DayApi.Pool(pool.getValue(), pool.getKey()))
                        .toList(),
                facts.takeOver_s(),
                facts.restDays(),
                facts.timeFactors());
    }
}
