package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.trip.store.Trips;

/** Ends a trip other than by the driver's return: its kilometres are recorded and measured all the same. */
@Singleton
class LegEnd {

    private static final Duration TOLERATED_DIFFERENCE = Duration.ofMinutes(5);
    private static final long MOST_KM = 2_000_000;

    private final Trips trips;
    private final OdometerLog odometer;
    private final TripConfig config;
    private final Clock clock;

    LegEnd(Trips trips, OdometerLog odometer, TripConfig config, Clock clock) {
        this.trips = trips;
        this.odometer = odometer;
        this.config = config;
        this.clock = clock;
    }

    /** When it ended, as PostgreSQL keeps it; not in the future. */
    Instant requireTime(String field, @Nullable Instant at) {
        Instant given = Fields.required(field, at);
        if (given.isAfter(clock.instant().plus(TOLERATED_DIFFERENCE))) {
            throw Fields.bad(field, "晚于当前时间，请核对", "is in the future; check it");
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }

    /** A reading of the odometer. */
    long requireOdometer_km(@Nullable Long odometer_km) {
        if (odometer_km == null) {
            throw Problem.missing("odometer_km").asException();
        }
        return Fields.number("odometer_km", odometer_km, 0, MOST_KM);
    }

    /** End the order's trip at this moment with this reading; problems {@code time-reversed}, {@code odometer-reversed}. */
    Uni<TripFile> end(Mutiny.Session session, VehicleOrder order, Instant at, long odometer_km, String by) {
        DriverReport report = new DriverReport(Ids.next(), Step.RETURN, at, odometer_km);
        UUID vehicleId = order.view().vehicleId();
        return trips.getOfOrder(session, order.id())
                .invoke(trip -> ProgressRules.requireOdometer(report, trip))
                .invoke(trip -> ProgressRules.requireNotBefore(report, lastStep(trip)))
                .call(_ -> odometer.add(
                        session, vehicleId, odometer.reading(vehicleId, at, odometer_km, "DRIVER", order.id(), by)))
                .chain(_ -> trips.comeBack(
                        session, order.id(), report, clock.instant().plus(config.closingDelay())));
    }

    private static Instant lastStep(TripFile trip) {
        Instant arrivedAt = trip.view().arrivedAt();
        return arrivedAt == null ? trip.view().departedAt() : arrivedAt;
    }
}
