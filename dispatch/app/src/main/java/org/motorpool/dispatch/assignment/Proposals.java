package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.assignment.store.Plans;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.registry.ChargerFile;
import org.motorpool.dispatch.registry.ChargerService;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.planner.contract.PlannerEvent;

/** Keeps what the planner found for a plan that waits for it. */
@Singleton
class Proposals {

    private static final Logger LOG = Logger.getLogger(Proposals.class);

    /** The things a proposal names, as far as they exist. */
    private record Named(
            Map<UUID, UseRequest> requests,
            Map<UUID, VehicleFile> vehicles,
            Map<UUID, DriverFile> drivers,
            List<ChargerFile> chargers) {

        /** A charger that is gone meanwhile is named by its place. */
        Place place(PlannerEvent.Charge charge) {
            return chargers.stream()
                    .map(charger -> charger.view().place())
                    .filter(place -> place.latitude() == charge.latitude() && place.longitude() == charge.longitude())
                    .findFirst()
                    .orElseGet(() -> new Place(
                            "%.5f, %.5f".formatted(charge.latitude(), charge.longitude()),
                            charge.latitude(),
                            charge.longitude()));
        }
    }

    private final Plans plans;
    private final RequestLife requests;
    private final VehicleService vehicles;
    private final DriverService drivers;
    private final ChargerService chargers;

    Proposals(
            Plans plans,
            RequestLife requests,
            VehicleService vehicles,
            DriverService drivers,
            ChargerService chargers) {
        this.chargers = chargers;
        this.plans = plans;
        this.requests = requests;
        this.vehicles = vehicles;
        this.drivers = drivers;
    }

    /** The plan as it is then; empty when nothing changed. */
    Uni<Optional<RidePlan>> on(Mutiny.Session session, PlannerEvent event) {
        return plans.lock(session, event.planId()).chain(status -> {
            if (status.filter(PlanStatus.SOLVING::equals).isEmpty()) {
                LOG.debugf("planner event for plan %s, which does not wait for it, ignored", event.planId());
                return Uni.createFrom().item(Optional.empty());
            }
            return take(session, event).chain(() -> plans.find(session, event.planId()));
        });
    }

    private Uni<Void> take(Mutiny.Session session, PlannerEvent event) {
        return switch (event) {
            case PlannerEvent.PlanProposed proposed -> keep(session, proposed);
            case PlannerEvent.PlanProgressed progressed -> plans.progress(session, progressed);
            case PlannerEvent.PlanFailed failed ->
                plans.fail(session, failed.planId(), failed.code() + ": " + failed.reason());
        };
    }

    private Uni<Void> keep(Mutiny.Session session, PlannerEvent.PlanProposed proposed) {
        return named(session, proposed).chain(named -> plans.propose(session, plan(proposed, named)));
    }

    private Uni<Named> named(Mutiny.Session session, PlannerEvent.PlanProposed proposed) {
        List<UUID> requestIds = Stream.concat(
                        proposed.orders().stream().map(PlannerEvent.ProposedOrder::requestId),
                        proposed.unserved().stream().map(PlannerEvent.Unserved::requestId))
                .distinct()
                .toList();
        List<UUID> vehicleIds = proposed.orders().stream()
                .map(PlannerEvent.ProposedOrder::vehicleId)
                .distinct()
                .toList();
        List<UUID> driverIds = proposed.orders().stream()
                .map(PlannerEvent.ProposedOrder::driverId)
                .distinct()
                .toList();
        return requests.listByIds(session, requestIds).chain(foundRequests -> vehicles.listByIds(session, vehicleIds)
                .chain(foundVehicles -> drivers.listByIds(session, driverIds)
                        .chain(foundDrivers -> chargers(session, proposed)
                                .map(foundChargers -> new Named(
                                        byId(foundRequests, UseRequest::id),
                                        byId(foundVehicles, VehicleFile::id),
                                        byId(foundDrivers, DriverFile::id),
                                        foundChargers)))));
    }

    private Uni<List<ChargerFile>> chargers(Mutiny.Session session, PlannerEvent.PlanProposed proposed) {
        return proposed.orders().stream().anyMatch(order -> order.charge() != null)
                ? chargers.listInService(session)
                : Uni.createFrom().item(List.of());
    }

    private static <T> Map<UUID, T> byId(List<T> things, Function<T, UUID> id) {
        return things.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
    }

    private static OrderApi.Plan plan(PlannerEvent.PlanProposed proposed, Named named) {
        return new OrderApi.Plan(
                proposed.planId(),
                PlanStatus.PROPOSED.name(),
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                proposed.score(),
                proposed.cost_fen(),
                null,
                proposed.orders().stream()
                        .map(order -> item(order, named))
                        .filter(Objects::nonNull)
                        .toList(),
                proposed.unserved().stream()
                        .map(unserved -> unserved(unserved, named))
                        .filter(Objects::nonNull)
                        .toList(),
                null,
                bound(proposed.bound()));
    }

    private static OrderApi.@Nullable PlanBound bound(PlannerEvent.@Nullable Bound bound) {
        return bound == null
                ? null
                : new OrderApi.PlanBound(bound.cost_fen(), bound.gap_percent(), bound.relaxation(), bound.vehicles());
    }

    private static OrderApi.@Nullable PlanItem item(PlannerEvent.ProposedOrder order, Named named) {
        UseRequest request = named.requests().get(order.requestId());
        VehicleFile vehicle = named.vehicles().get(order.vehicleId());
        DriverFile driver = named.drivers().get(order.driverId());
        return request == null || vehicle == null || driver == null
                ? null
                : new OrderApi.PlanItem(
                        request.id(),
                        request.view().number(),
                        vehicle.id(),
                        vehicle.plate(),
                        driver.id(),
                        driver.name(),
                        order.period().from(),
                        order.period().to(),
                        null,
                        List.of(),
                        charge(order.charge(), named));
    }

    private static OrderApi.@Nullable PlannedCharge charge(PlannerEvent.@Nullable Charge charge, Named named) {
        return charge == null
                ? null
                : new OrderApi.PlannedCharge(
                        named.place(charge),
                        charge.period().from(),
                        charge.period().to());
    }

    private static OrderApi.@Nullable PlanUnserved unserved(PlannerEvent.Unserved unserved, Named named) {
        UseRequest request = named.requests().get(unserved.requestId());
        return request == null
                ? null
                : new OrderApi.PlanUnserved(request.id(), request.view().number(), unserved.code(), unserved.reason());
    }
}
