package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.OldVehicle;

/** Vehicles that are to be renewed: how old they are, how far they went, and whether they leave. */
@Singleton
public class OldVehicles {

    private static final String FIND = """
            select v.id, v.plate, v.unit_id, v.category, coalesce(v.in_use_since, v.registered_on), v.odometer_km,
                   v.disposed_on is null and v.replaced_by_id is null,
                   v.disposed_on is not null or exists (
                       select from disposal d
                       where d.vehicle_id = v.id
                         and d.status in ('APPROVED', 'EXECUTED', 'INCOME_POSTED', 'DEREGISTERED', 'CLOSED'))
            from vehicle v where v.id = ?1""";

    public Uni<Optional<OldVehicle>> find(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(OldVehicles::vehicle));
    }

    private static OldVehicle vehicle(Object[] row) {
        return new OldVehicle(
                (UUID) row[0],
                (String) row[1],
                (UUID) row[2],
                (String) row[3],
                (LocalDate) row[4],
                row[5] == null ? null : ((Number) row[5]).longValue(),
                (Boolean) row[6],
                (Boolean) row[7]);
    }
}
