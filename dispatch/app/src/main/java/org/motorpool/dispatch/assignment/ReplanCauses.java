package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.store.Conflicts;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.ReplanApi;
import org.motorpool.dispatch.tracking.LatestPosition;
import org.motorpool.dispatch.tracking.TrackingService;

/** What the platform itself finds to need a re-plan. */
@Singleton
class ReplanCauses {

    private static final Duration AHEAD = Duration.ofDays(1);

    /** Something that needs a re-plan, in the unit of the vehicle. */
    sealed interface Cause {

        /** The vehicle or the order. */
        UUID id();

        VehicleOrder order();

        /** What is asked of the planner, if it is one by the rule. */
        Optional<ReplanApi.DayEvent> event(ReplanRule rule, Instant now);

        default UUID unitId() {
            return order().vehicleUnitId();
        }

        default String unitPath() {
            return order().vehicleUnitPath();
        }
    }

    /** The vehicle of a waiting order is out of service. */
    record OutOfService(VehicleOrder order) implements Cause {
        @Override
        public UUID id() {
            return order.view().vehicleId();
        }

        @Override
        public Optional<ReplanApi.DayEvent> event(ReplanRule rule, Instant now) {
            return Optional.of(new ReplanApi.DayEvent("BREAKDOWN", id(), null, null, null, null, null));
        }
    }

    /** A waiting order cannot begin, as the order before it is overdue. */
    record Overdue(VehicleOrder order, UUID lateId) implements Cause {
        @Override
        public UUID id() {
            return lateId;
        }

        @Override
        public Optional<ReplanApi.DayEvent> event(ReplanRule rule, Instant now) {
            return Optional.of(delay(lateId, now.plus(rule.late())));
        }
    }

    /** By where it is the vehicle of an order on the road will be late for its next one. */
    record WillBeLate(VehicleOrder order, VehicleOrder next, LatestPosition position) implements Cause {
        @Override
        public UUID id() {
            return order.id();
        }

        @Override
        public Optional<ReplanApi.DayEvent> event(ReplanRule rule, Instant now) {
            return next.view().from().isBefore(now.plus(rule.ahead()))
                    ? LatePrediction.free(order, next, position, now, rule.late())
                            .map(until -> delay(order.id(), until))
                    : Optional.empty();
        }
    }

    private static ReplanApi.DayEvent delay(UUID orderId, Instant until) {
        return new ReplanApi.DayEvent("DELAY", null, orderId, null, null, until, null);
    }

    private final Conflicts conflicts;
    private final TrackingService tracking;

    ReplanCauses(Conflicts conflicts, TrackingService tracking) {
        this.conflicts = conflicts;
        this.tracking = tracking;
    }

    /** One cause for each vehicle or late order, by its id. */
    Uni<List<Cause>> list(Mutiny.Session session, Instant now) {
        Instant until = now.plus(AHEAD);
        return conflicts.listInConflict(session, until).chain(marked -> conflicts
                .listFollowed(session, until)
                .chain(followed -> positions(session, followed).map(positions -> {
                    Map<UUID, Cause> found = new LinkedHashMap<>();
                    marked.forEach(order -> marked(order).ifPresent(cause -> putIfAbsent(found, cause)));
                    followed.forEach(pair -> Optional.ofNullable(
                                    positions.get(pair.order().view().vehicleId()))
                            .ifPresent(position ->
                                    putIfAbsent(found, new WillBeLate(pair.order(), pair.next(), position))));
                    return List.copyOf(found.values());
                })));
    }

    private static void putIfAbsent(Map<UUID, Cause> found, Cause cause) {
        found.putIfAbsent(cause.id(), cause);
    }

    private static Optional<Cause> marked(VehicleOrder order) {
        OrderActApi.Course course = order.view().course();
        return switch (OrderConflict.valueOf(course.conflict())) {
            case VEHICLE_OUT_OF_SERVICE -> Optional.of(new OutOfService(order));
            case LATE_RETURN -> Optional.ofNullable(course.conflictWithId()).map(lateId -> new Overdue(order, lateId));
        };
    }

    private Uni<Map<UUID, LatestPosition>> positions(Mutiny.Session session, List<Conflicts.Followed> followed) {
        List<UUID> vehicles = followed.stream()
                .map(pair -> pair.order().view().vehicleId())
                .distinct()
                .toList();
        return tracking.listLatest(session, vehicles)
                .map(found -> found.stream().collect(Collectors.toMap(LatestPosition::vehicleId, Function.identity())));
    }
}
