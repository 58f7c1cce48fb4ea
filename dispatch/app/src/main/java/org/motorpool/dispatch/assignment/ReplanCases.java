package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.store.ReplanRules;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

/** Reads what a re-plan is made from, in the scope of who dispatches. */
@Singleton
class ReplanCases {

    /** What an incident is about, with what it adds to the day. */
    private record Found(
            ReplanCase.Subject subject,
            @Nullable VehicleFile vehicle,
            @Nullable UseRequest request) {}

    private final DayFinder finder;
    private final OrderLife life;
    private final RequestLife requests;
    private final VehicleService vehicles;
    private final DriverService drivers;
    private final UnitService units;
    private final ReplanRules rules;
    private final Clock clock;

    ReplanCases(
            DayFinder finder,
            OrderLife life,
            RequestLife requests,
            VehicleService vehicles,
            DriverService drivers,
            UnitService units,
            ReplanRules rules,
            Clock clock) {
        this.finder = finder;
        this.life = life;
        this.requests = requests;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.units = units;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The case. Problems {@code vehicle-unknown}, {@code driver-unknown}, {@code order-unknown}, {@code request-unknown}, {@code order-state},
     * {@code request-state}, {@code order-in-past}.
     */
    Uni<ReplanCase> read(Mutiny.Session session, Scope scope, Incident incident) {
        Instant now = clock.instant();
        return find(session, scope, incident, now).chain(found -> finder.find(session, scope, day(found, now))
                .map(day -> found.vehicle() == null ? day : day.with(found.vehicle()))
                .chain(day -> requests(session, day, found).chain(known -> rule(session, scope, now)
                        .map(rule -> new ReplanCase(scope, incident, found.subject(), now, day, known, rule)))));
    }

    /** Of a late request that of its departure, else today. */
    private static LocalDate day(Found found, Instant now) {
        Instant departAt =
                found.request() == null ? now : found.request().view().departAt();
        return Days.of(departAt.isAfter(now) ? departAt : now);
    }

    private Uni<ReplanRule> rule(Mutiny.Session session, Scope scope, Instant now) {
        return units.get(session, scope.unitId()).chain(unit -> rules.get(session, unit.regionCode(), Days.of(now)));
    }

    private Uni<Map<UUID, UseRequest>> requests(Mutiny.Session session, DayCandidates day, Found found) {
        List<UUID> ids = day.orders().stream()
                .filter(order -> order.status().isWaiting())
                .map(order -> order.view().requestId())
                .distinct()
                .toList();
        return requests.listByIds(session, ids)
                .map(known -> Stream.concat(known.stream(), Stream.ofNullable(found.request()))
                        .collect(Collectors.toMap(UseRequest::id, Function.identity(), (first, _) -> first)));
    }

    private Uni<Found> find(Mutiny.Session session, Scope scope, Incident incident, Instant now) {
        return switch (incident) {
            case Incident.Breakdown(UUID vehicleId, Instant _) ->
                vehicles.get(session, vehicleId)
                        .map(vehicle -> new Found(new ReplanCase.Subject(vehicle.plate(), null), vehicle, null));
            case Incident.DriverAbsent(UUID driverId, Instant _) ->
                drivers.get(session, driverId)
                        .map(driver -> new Found(new ReplanCase.Subject(driver.name(), null), null, null));
            case Incident.Delay(UUID orderId, Instant _) ->
                life.get(session, orderId).map(order -> about(order.requireUnderway(), null));
            case Incident.Cancelled(UUID orderId) ->
                life.get(session, orderId).invoke(ReplanCases::requireCancelled).chain(order -> requests.get(
                                session, order.view().requestId())
                        .map(request -> about(order, request)));
            case Incident.LateRequest(UUID requestId) ->
                requests.get(session, requestId)
                        .map(request -> requireWaiting(request, scope, now))
                        .map(request ->
                                new Found(new ReplanCase.Subject(request.view().number(), null), null, request));
        };
    }

    private static Found about(VehicleOrder order, @Nullable UseRequest request) {
        return new Found(new ReplanCase.Subject(order.view().number(), order), null, request);
    }

    private static UseRequest requireWaiting(UseRequest request, Scope scope, Instant now) {
        if (!scope.covers(request.unitPath())) {
            throw RequestLife.unknown(request.id());
        }
        Assigning.requireNotOver(
                request.requireMayBecome(RequestStatus.ASSIGNED).view(), now);
        return request;
    }

    private static void requireCancelled(VehicleOrder order) {
        if (order.status() != OrderStatus.CANCELLED) {
            throw Problem.conflict(
                            "order-state",
                            "派车单 %s 当前状态为 %s，请先取消".formatted(order.view().number(), order.status()),
                            "order %s is %s; cancel it first"
                                    .formatted(order.view().number(), order.status()))
                    .asException();
        }
    }
}
