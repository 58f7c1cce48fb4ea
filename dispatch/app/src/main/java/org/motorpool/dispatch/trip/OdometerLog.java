package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.OdometerApi.NewReading;
import org.motorpool.dispatch.contract.OdometerApi.Reading;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.trip.store.OdometerReadings;

/** The readings of a vehicle's odometer: drivers', of expenses, and of officers. Rows are only ever added. */
@Singleton
public class OdometerLog {

    private static final Duration TOLERATED_DIFFERENCE = Duration.ofMinutes(5);
    private static final long MOST_KM = 2_000_000;
    private static final int LONGEST_REASON = 500;

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final OdometerReadings readings;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    OdometerLog(
            ScopedTransactions transactions,
            VehicleService vehicles,
            OdometerReadings readings,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.readings = readings;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** Readings of a vehicle in scope, the newest first. */
    public Uni<List<Reading>> list(Scope scope, UUID vehicleId, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> vehicles.get(session, vehicleId)
                .chain(_ -> readings.list(session, vehicleId, before, limit)));
    }

    /** An officer's reading; once per key. */
    public Uni<Reading> record(Scope scope, UUID vehicleId, @Nullable NewReading form, @Nullable String key) {
        Reading reading = read(vehicleId, Fields.required("odometer_km", form), scope.username());
        IdempotencyKeys.Wish wish = new IdempotencyKeys.Wish(
                scope.accountId(), key, List.of("odometer-reading", vehicleId, form), reading.id());
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        wish,
                        () -> readings.queueUp(session, vehicleId)
                                .chain(() -> vehicles.getOnFile(session, vehicleId))
                                .chain(vehicle -> add(session, vehicle, reading))
                                .call(added -> changes.tell(session, scope, change(added))),
                        id -> readings.get(session, id)));
    }

    /** Keep a reading, in the transaction of the driver's report or the expense; problem {@code odometer-reversed}. */
    Uni<Reading> add(Mutiny.Session session, UUID vehicleId, Reading reading) {
        return readings.queueUp(session, vehicleId)
                .chain(() -> vehicles.get(session, vehicleId))
                .chain(vehicle -> add(session, vehicle, reading));
    }

    /** To the end of the transaction nobody else reads this odometer; before anything else of the vehicle is locked. */
    Uni<Void> queueUp(Mutiny.Session session, UUID vehicleId) {
        return readings.queueUp(session, vehicleId);
    }

    /** A reading of a driver, or of an expense. */
    Reading reading(UUID vehicleId, Instant at, long odometer_km, String source, UUID sourceId, String by) {
        return new Reading(Ids.next(), vehicleId, at, odometer_km, source, sourceId, null, by, clock.instant());
    }

    /** Whoever reads the odometer has queued up before the vehicle is locked, always in this order. */
    private Uni<Reading> add(Mutiny.Session session, VehicleFile vehicle, Reading reading) {
        Uni<Void> checked = reading.source().equals("CORRECTION")
                ? requireStanding(session, vehicle, reading)
                : requireForward(session, reading);
        return checked.chain(() -> readings.add(session, vehicle, reading))
                .chain(() -> vehicles.readOdometer(session, vehicle.id(), reading.odometer_km()))
                .replaceWith(reading);
    }

    /** The kilometres of a trip are those between its two readings: an odometer exchanged between them would be driven, and charged. */
    private Uni<Void> requireStanding(Mutiny.Session session, VehicleFile vehicle, Reading reading) {
        return readings.isOnTrip(session, vehicle.id(), reading.readAt())
                .invoke(driven -> {
                    if (driven) {
                        throw Problem.conflict(
                                        "vehicle-on-the-road",
                                        "车辆 %s 在 %s 正在出车，收车后再登记换表".formatted(vehicle.plate(), reading.readAt()),
                                        "vehicle %s was on a trip at %s; record the exchange of its odometer before or after it"
                                                .formatted(vehicle.plate(), reading.readAt()))
                                .asException();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireForward(Mutiny.Session session, Reading reading) {
        return readings.findBefore(session, reading.vehicleId(), reading.readAt())
                .chain(before -> readings.findAfter(session, reading.vehicleId(), reading.readAt())
                        .invoke(after -> OdometerRules.check(reading.odometer_km(), before, after)
                                .ifPresent(problem -> {
                                    throw problem.asException();
                                })))
                .replaceWithVoid();
    }

    private Reading read(UUID vehicleId, NewReading form, String by) {
        String source = Fields.oneOf("source", form.source(), Set.of("INSPECTION", "CORRECTION"));
        Instant readAt = Fields.required("readAt", form.readAt());
        if (readAt.isAfter(clock.instant().plus(TOLERATED_DIFFERENCE))) {
            throw Fields.bad("readAt", "不能晚于当前时间", "must not be in the future");
        }
        return new Reading(
                Ids.next(),
                vehicleId,
                readAt,
                Fields.number("odometer_km", form.odometer_km(), 0, MOST_KM),
                source,
                null,
                source.equals("CORRECTION") ? Fields.text("reason", form.reason(), LONGEST_REASON) : null,
                by,
                clock.instant());
    }

    private static StateChange change(Reading reading) {
        return new StateChange(
                "odometer",
                reading.id(),
                reading.vehicleId(),
                reading.vehicleId().toString(),
                "odometer-" + reading.source().toLowerCase(Locale.ROOT),
                null,
                "%d km at %s".formatted(reading.odometer_km(), reading.readAt()));
    }
}
