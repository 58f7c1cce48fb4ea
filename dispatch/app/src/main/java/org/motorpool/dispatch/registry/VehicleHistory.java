package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.VehicleFileApi;
import org.motorpool.dispatch.registry.store.VehicleChanges;

/** The history of each vehicle: every change of status with who, when, from, to and why, in the transaction of the change. */
@Singleton
public class VehicleHistory {

    /**
     * What changes.
     *
     * @param aspect REGISTRATION, STATE, UNIT, PARTICULARS, CONFIDENTIALITY, REPLACEMENT or DISPOSAL
     */
    public record Change(String aspect, @Nullable String from, String to) {}

    private final VehicleChanges changes;
    private final Clock clock;

    VehicleHistory(VehicleChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Keep a change of the vehicle. */
    public Uni<Void> changed(Mutiny.Session session, VehicleFile vehicle, Change change, ChangeCause cause) {
        return changes.add(session, vehicle, change, cause, clock.instant());
    }

    /** Keep that these vehicles were put on file. */
    Uni<Void> began(Mutiny.Session session, List<UUID> vehicleIds) {
        return vehicleIds.isEmpty() ? Uni.createFrom().voidItem() : changes.began(session, vehicleIds, clock.instant());
    }

    /** Changes of the vehicle, newest first, before {@code before}. */
    Uni<List<VehicleFileApi.Change>> list(Mutiny.Session session, UUID vehicleId, UUID before, int limit) {
        return changes.list(session, vehicleId, before, limit);
    }
}
