package org.motorpool.dispatch.registry.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.registry.ParkingPlace;

/** Parking places in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class ParkingPlaces {

    private static final int INSERT_BATCH = 100;

    public Uni<Optional<VehicleApi.Place>> find(Mutiny.Session session, UUID unitId) {
        return session.find(ParkingPlaceRow.class, unitId)
                .map(row -> Optional.ofNullable(row).map(ParkingPlaceRow::toPlace));
    }

    public Uni<Map<UUID, VehicleApi.Place>> list(Mutiny.Session session, Collection<UUID> unitIds) {
        return session.createQuery("from ParkingPlace p where p.unitId in ?1", ParkingPlaceRow.class)
                .setParameter(1, unitIds)
                .setMaxResults(unitIds.size())
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.unitId, ParkingPlaceRow::toPlace)));
    }

    public Uni<Void> add(Mutiny.Session session, List<ParkingPlace> places) {
        Object[] rows = places.stream().map(ParkingPlaceRow::new).toArray();
        return session.setBatchSize(INSERT_BATCH).persistAll(rows).chain(session::flush);
    }
}
