package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.compliance.DisposalFile;
import org.motorpool.dispatch.compliance.DisposalFilter;
import org.motorpool.dispatch.compliance.DisposalStatus;
import org.motorpool.dispatch.compliance.DisposalStep;
import org.motorpool.dispatch.contract.DisposalApi.NewDisposal;
import org.motorpool.dispatch.contract.DisposalApi.TakenStep;
import org.motorpool.dispatch.registry.VehicleFile;

/** Disposals in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Disposals {

    /** Steps of one disposal; it takes fewer. */
    private static final int MOST_STEPS = 100;

    private static final List<DisposalStatus> ENDED =
            List.of(DisposalStatus.REJECTED, DisposalStatus.CANCELLED, DisposalStatus.CLOSED);

    private static final String NUMBER = """
            insert into business_number (kind, region_code, day, last) values ('CZ', ?1, ?2, 1)
            on conflict (kind, region_code, day) do update set last = business_number.last + 1 returning last""";

    private static final String ADD_STEP = """
            insert into disposal_step (id, disposal_id, unit_id, unit_path, step, status, taken_by, taken_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""";

    private static final String STEPS =
            "select step, status, taken_by, taken_at from disposal_step where disposal_id = ?1 order by id";

    /** The next number of the region and day; without gaps, because it rolls back with its owner. */
    public Uni<String> nextNumber(Mutiny.Session session, String regionCode, LocalDate day) {
        return session.createNativeQuery(NUMBER, Integer.class)
                .setParameter(1, regionCode)
                .setParameter(2, day)
                .getSingleResult()
                .map(last -> "CZ-%s-%s-%04d".formatted(regionCode, DateTimeFormatter.BASIC_ISO_DATE.format(day), last));
    }

    public Uni<DisposalFile> add(
            Mutiny.Session session, VehicleFile vehicle, NewDisposal form, String number, String by, Instant at) {
        DisposalRow row = new DisposalRow(vehicle, form, number, by, at);
        return session.persist(row)
                .chain(session::flush)
                .chain(_ -> addStep(session, row, "APPLY", by, at))
                .map(_ -> row.toFile());
    }

    public Uni<Optional<DisposalFile>> find(Mutiny.Session session, UUID id) {
        return session.find(DisposalRow.class, id).map(Disposals::shown);
    }

    public Uni<Optional<DisposalFile>> lock(Mutiny.Session session, UUID id) {
        return session.find(DisposalRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(Disposals::shown);
    }

    public Uni<DisposalFile> take(
            Mutiny.Session session, UUID id, DisposalStep step, DisposalStatus then, String by, Instant at) {
        return session.find(DisposalRow.class, id).chain(row -> {
            row.take(step, then, by, at);
            return session.flush()
                    .chain(_ -> addStep(session, row, step.kind().name(), by, at))
                    .map(_ -> row.toFile());
        });
    }

    public Uni<List<DisposalFile>> list(Mutiny.Session session, String scopePath, DisposalFilter filter) {
        Map<String, Object> bound = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("from Disposal d where d.confidential = false");
        narrow(where, bound, " and d.unitPath like :scope", scopePath + "%");
        narrow(where, bound, " and d.id < :before", filter.before());
        narrow(where, bound, " and d.status = :status", filter.status());
        narrow(where, bound, " and d.vehicleId = :vehicle", filter.vehicleId());
        Mutiny.SelectionQuery<DisposalRow> query =
                session.createQuery(where.append(" order by d.id desc").toString(), DisposalRow.class);
        bound.forEach(query::setParameter);
        return query.setMaxResults(filter.limit())
                .getResultList()
                .map(rows -> rows.stream().map(DisposalRow::toFile).toList());
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> bound, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            bound.put(condition.substring(condition.indexOf(':') + 1), value);
        }
    }

    /** The latest disposal of the vehicle that was neither rejected nor cancelled. */
    public Uni<Optional<DisposalStatus>> findStanding(Mutiny.Session session, UUID vehicleId) {
        return session.createQuery(
                        "select d.status from Disposal d where d.vehicleId = ?1 and d.status not in ?2 order by d.id desc",
                        DisposalStatus.class)
                .setParameter(1, vehicleId)
                .setParameter(2, List.of(DisposalStatus.REJECTED, DisposalStatus.CANCELLED))
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Those of the vehicles whose disposal is under way. */
    public Uni<Set<UUID>> listUnderWay(Mutiny.Session session, Collection<UUID> vehicleIds) {
        return vehicleIds.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : session.createQuery(
                                "select d.vehicleId from Disposal d where d.vehicleId in ?1 and d.status not in ?2",
                                UUID.class)
                        .setParameter(1, vehicleIds)
                        .setParameter(2, ENDED)
                        .getResultList()
                        .map(Set::copyOf);
    }

    public Uni<List<TakenStep>> listSteps(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(STEPS, Object[].class)
                .setParameter(1, id)
                .setMaxResults(MOST_STEPS)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new TakenStep(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                ((OffsetDateTime) row[3]).toInstant()))
                        .toList());
    }

    private static Optional<DisposalFile> shown(@Nullable DisposalRow row) {
        return Optional.ofNullable(row).filter(found -> !found.confidential).map(DisposalRow::toFile);
    }

    private static Uni<Void> addStep(Mutiny.Session session, DisposalRow row, String step, String by, Instant at) {
        return session.createNativeQuery(ADD_STEP)
                .setParameter(1, Ids.next())
                .setParameter(2, row.id)
                .setParameter(3, row.unitId)
                .setParameter(4, row.unitPath)
                .setParameter(5, step)
                .setParameter(6, row.status.name())
                .setParameter(7, by)
                .setParameter(8, at)
                .executeUpdate()
                .replaceWithVoid();
    }
}
