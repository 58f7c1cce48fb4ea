package org.motorpool.dispatch.tracking;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.contract.VehicleApi.LiveVehicle;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.VehicleRestated;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.tracking.store.LatestPositions;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.contract.TelematicsEvent.AlarmRaised;
import org.motorpool.telematics.contract.TelematicsEvent.CommandAnswered;
import org.motorpool.telematics.contract.TelematicsEvent.MediaStored;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;
import org.motorpool.telematics.contract.TelematicsEvent.SafetyAlarmRaised;
import org.motorpool.telematics.contract.TelematicsEvent.TerminalConnected;
import org.motorpool.telematics.contract.TelematicsEvent.TerminalDisconnected;

/**
 * Where vehicles are. The latest position of each vehicle is coalesced in memory and written and pushed twice a second, so
 * that the database and the consoles see a bounded rate however fast terminals report.
 */
@Singleton
public class TrackingService {

    private static final Duration FLUSH_PERIOD = Duration.ofMillis(500);
    /** Vehicles in one write: with more on the move than that, each comes less often. */
    private static final int FLUSH_MAX = 2000;

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final Duration COMMIT_TIME = Duration.ofMillis(500);

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final LatestPositions positions;
    private final VehicleService vehicles;
    private final Push push;
    private final Clock clock;
    /** In the order in which the vehicles began to wait. */
    private final Map<UUID, LatestPosition> moved = Collections.synchronizedMap(new LinkedHashMap<>());

    private final Map<UUID, Instant> restated = new ConcurrentHashMap<>();

    TrackingService(
            Ticker ticker,
            ScopedTransactions transactions,
            LatestPositions positions,
            VehicleService vehicles,
            Push push,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.positions = positions;
        this.vehicles = vehicles;
        this.push = push;
        this.clock = clock;
    }

    /** Take in an event of the telematics stream; the same event twice changes nothing. */
    public void on(TelematicsEvent event) {
        switch (event) {
            case PositionReported position -> remember(position);
            case AlarmRaised _,
                    SafetyAlarmRaised _,
                    TerminalConnected _,
                    TerminalDisconnected _,
                    CommandAnswered _,
                    MediaStored _ -> {}
        }
    }

    /** Vehicles in scope that ever reported, as the map shows them; 100 000 at most. */
    public Uni<List<LiveVehicle>> listLive(Scope scope) {
        Instant now = clock.instant();
        return transactions
                .inTransaction(
                        scope,
                        session -> positions.list(session, scope.unitPath()).chain(found -> listSeen(session, found)))
                .map(seen -> seen.stream().map(one -> LiveMap.feature(one, now)).toList());
    }

    /** Where the vehicle was last seen; for other features, in their transactions. */
    public Uni<Optional<LatestPosition>> findLatest(Mutiny.Session session, UUID vehicleId) {
        return positions.listOf(session, List.of(vehicleId)).map(found -> found.stream()
                .findFirst());
    }

    /** Where these vehicles were last seen; those that never were are left out. */
    public Uni<List<LatestPosition>> listLatest(Mutiny.Session session, Collection<UUID> vehicleIds) {
        return vehicleIds.isEmpty() ? Uni.createFrom().item(List.of()) : positions.listOf(session, vehicleIds);
    }

    void start(@Observes StartupEvent event) {
        ticker.every(FLUSH_PERIOD, "latest positions", this::flush);
    }

    /** A vehicle's state shows on the map once the transaction that changes it had time to commit. */
    void on(@Observes VehicleRestated event) {
        restated.put(event.vehicleId(), clock.instant().plus(COMMIT_TIME));
    }

    private Uni<Void> flush() {
        List<LatestPosition> batch = takeMoved();
        Set<UUID> changed = takeRestated();
        batch.forEach(position -> changed.add(position.vehicleId()));
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .inTransaction(Scope.SYSTEM, session -> write(session, batch, changed))
                .invoke(changes -> changes.forEach(push::tell))
                .onFailure()
                .invoke(() -> putBack(batch))
                .replaceWithVoid();
    }

    private void remember(PositionReported position) {
        if (isPlausible(position)) {
            moved.merge(position.vehicleId(), LatestPosition.of(position), LatestPosition::later);
        }
    }

    /** A clock that is ahead would hold the vehicle on the map for years; coordinates off the globe have no place on it. */
    private static boolean isPlausible(PositionReported position) {
        return position.located()
                && position.reportedAt().isBefore(position.receivedAt().plus(CLOCK_TOLERANCE))
                && Math.abs(position.latitude()) <= 90
                && Math.abs(position.longitude()) <= 180;
    }

    private List<LatestPosition> takeMoved() {
        synchronized (moved) {
            List<LatestPosition> batch =
                    moved.values().stream().limit(FLUSH_MAX).toList();
            batch.forEach(position -> moved.remove(position.vehicleId()));
            return batch;
        }
    }

    private void putBack(List<LatestPosition> batch) {
        batch.forEach(position -> moved.merge(position.vehicleId(), position, LatestPosition::later));
    }

    private Set<UUID> takeRestated() {
        Instant now = clock.instant();
        Set<UUID> due = new HashSet<>();
        restated.forEach((id, from) -> {
            if (!from.isAfter(now) && restated.remove(id, from)) {
                due.add(id);
            }
        });
        return due;
    }

    /** What is pushed is what the table says afterwards: an old position that came late changes nothing. */
    private Uni<List<Push.Change>> write(Mutiny.Session session, List<LatestPosition> batch, Set<UUID> changed) {
        Instant now = clock.instant();
        Uni<Void> written = batch.isEmpty() ? Uni.createFrom().voidItem() : positions.merge(session, batch);
        return written.chain(() -> positions.listOf(session, changed))
                .chain(found -> listSeen(session, found))
                .map(seen -> seen.stream()
                        .map(one -> new Push.Change(
                                "vehicle", List.of(one.vehicle().unitPath()), LiveMap.feature(one, now)))
                        .toList());
    }

    /** The positions with the files of their vehicles, without the vehicles the session may not see. */
    private Uni<List<SeenVehicle>> listSeen(Mutiny.Session session, List<LatestPosition> found) {
        Map<UUID, LatestPosition> byVehicle =
                found.stream().collect(Collectors.toMap(LatestPosition::vehicleId, Function.identity()));
        return vehicles.listByIds(session, byVehicle.keySet()).map(files -> files.stream()
                .flatMap(file ->
                        Optional.ofNullable(byVehicle.get(file.id()))
                                .map(position -> new SeenVehicle(file, position))
                                .stream())
                .toList());
    }
}
