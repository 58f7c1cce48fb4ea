package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.store.ParkingPlaces;

/** Fixed parking places: a vehicle put on file starts there. */
@Singleton
public class ParkingService {

    private final ParkingPlaces places;

    ParkingService(ParkingPlaces places) {
        this.places = places;
    }

    /** The unit's parking place; fails with problem {@code parking-place-missing} when it has none. */
    public Uni<VehicleApi.Place> get(Mutiny.Session session, Unit unit) {
        return places.find(session, unit.id())
                .map(found -> found.orElseThrow(() -> Problem.conflict(
                                "parking-place-missing",
                                "单位“%s”没有定点停放地点，请先登记停放地点".formatted(unit.name()),
                                "unit \"%s\" has no parking place; register one first".formatted(unit.name()))
                        .asException()));
    }

    /** The parking places of the units that have one, by unit. */
    public Uni<Map<UUID, VehicleApi.Place>> list(Mutiny.Session session, Collection<UUID> unitIds) {
        return unitIds.isEmpty() ? Uni.createFrom().item(Map.of()) : places.list(session, unitIds);
    }

    /** Register parking places, one per unit. */
    public Uni<Void> add(Mutiny.Session session, List<ParkingPlace> added) {
        return places.add(session, added);
    }
}
