package org.motorpool.dispatch.registry.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.VehicleFileApi.Card;
import org.motorpool.dispatch.contract.VehicleFileApi.Inspection;
import org.motorpool.dispatch.contract.VehicleFileApi.Insurance;
import org.motorpool.dispatch.contract.VehicleFileApi.Marking;
import org.motorpool.dispatch.registry.FileDuty;
import org.motorpool.dispatch.registry.VehicleFile;

/** Marking, insurance, inspections and cards of a vehicle in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class FileRecords {

    /** Of one vehicle; in its whole life it has fewer. */
    private static final int MOST = 200;

    private static final String DUTIES = """
            select distinct on (duty) duty, working_days, clause from file_duty_rule
            where jurisdiction in ('100000', ?1) and effective_from <= ?2 and (effective_to is null or effective_to > ?2)
            order by duty, jurisdiction = '100000'""";

    /** The duties in force in the province on the day; a row of the province replaces the national one. */
    public Uni<List<FileDuty>> listDuties(Mutiny.Session session, String provinceCode, LocalDate day) {
        return session.createNativeQuery(DUTIES, Object[].class)
                .setParameter(1, provinceCode)
                .setParameter(2, day)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new FileDuty((String) row[0], ((Number) row[1]).intValue(), (String) row[2]))
                        .toList());
    }

    public Uni<List<Insurance>> listInsurance(Mutiny.Session session, UUID vehicleId, LocalDate today) {
        return of(session, "from VehicleInsurance r where r.vehicleId = ?1 order by r.validFrom desc", vehicleId)
                .as(InsuranceRow.class)
                .map(rows -> rows.stream().map(row -> row.toInsurance(today)).toList());
    }

    public Uni<Insurance> add(Mutiny.Session session, VehicleFile vehicle, Insurance insurance, String by, Instant at) {
        return session.persist(new InsuranceRow(vehicle, insurance, by, at))
                .chain(session::flush)
                .replaceWith(insurance);
    }

    public Uni<List<Inspection>> listInspections(Mutiny.Session session, UUID vehicleId) {
        return of(session, "from VehicleInspection r where r.vehicleId = ?1 order by r.inspectedOn desc", vehicleId)
                .as(InspectionRow.class)
                .map(rows -> rows.stream().map(InspectionRow::toInspection).toList());
    }

    public Uni<Void> add(Mutiny.Session session, VehicleFile vehicle, Inspection inspection, String by, Instant at) {
        return session.persist(new InspectionRow(vehicle, inspection, by, at)).chain(session::flush);
    }

    /** Those in use first. */
    public Uni<List<Card>> listCards(Mutiny.Session session, UUID vehicleId) {
        return of(
                        session,
                        "from VehicleCard r where r.vehicleId = ?1 order by r.endedOn desc nulls first, r.kind",
                        vehicleId)
                .as(CardRow.class)
                .map(rows -> rows.stream().map(CardRow::toCard).toList());
    }

    public Uni<Void> add(Mutiny.Session session, VehicleFile vehicle, Card card, String by, Instant at) {
        return session.persist(new CardRow(vehicle, card, by, at)).chain(session::flush);
    }

    /** The card after it ended; empty when the vehicle has no such card in use. */
    public Uni<Optional<Card>> endCard(Mutiny.Session session, UUID vehicleId, UUID cardId, LocalDate on) {
        return session.find(CardRow.class, cardId).chain(row -> {
            if (row == null || !row.vehicleId.equals(vehicleId) || row.endedOn != null) {
                return Uni.createFrom().item(Optional.empty());
            }
            row.end(on);
            return session.flush().map(_ -> Optional.of(row.toCard()));
        });
    }

    public Uni<Optional<Marking>> findMarking(Mutiny.Session session, UUID vehicleId) {
        return session.find(MarkingRow.class, vehicleId)
                .map(row -> Optional.ofNullable(row).map(MarkingRow::toMarking));
    }

    public Uni<Void> mark(Mutiny.Session session, VehicleFile vehicle, Marking marking, String by, Instant at) {
        return session.find(MarkingRow.class, vehicle.id()).chain(found -> {
            MarkingRow row = found == null ? new MarkingRow(vehicle) : found;
            row.state(marking, by, at);
            return (found == null ? session.persist(row) : Uni.createFrom().voidItem()).chain(session::flush);
        });
    }

    /** A query over the records of one vehicle. */
    private record OfVehicle(Mutiny.Session session, String query, UUID vehicleId) {
        <T> Uni<List<T>> as(Class<T> type) {
            return session.createQuery(query, type)
                    .setParameter(1, vehicleId)
                    .setMaxResults(MOST)
                    .getResultList();
        }
    }

    private static OfVehicle of(Mutiny.Session session, String query, UUID vehicleId) {
        return new OfVehicle(session, query, vehicleId);
    }
}
