package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.IndicatorFile;
import org.motorpool.dispatch.organisation.Unit;

/** Indicators in PostgreSQL; a status changes by one conditional update, so of two who try one wins. */
@Singleton
public class Indicators {

    private static final String NEXT_NUMBER = "select nextval('indicator_number')";

    private static final String CONSUME = """
            update indicator set status = 'CONSUMED', acquisition_id = ?2, ended_at = ?3
            where id = ?1 and status in ('ISSUED', 'RESERVED') and valid_until >= ?4
              and (reserved_by is null or reserved_by = ?5)""";

    private static final String IS_OVER = """
            select exists (select from indicator where id = ?1 and status not in ('ISSUED', 'RESERVED'))""";

    private static final String RESERVE = """
            update indicator set status = 'RESERVED', reserved_by = ?2, reserved_at = ?3
            where id = ?1 and status = 'ISSUED' and valid_until >= ?4""";

    private static final String RELEASE = """
            update indicator set status = 'ISSUED', reserved_by = null, reserved_at = null
            where id = ?1 and status = 'RESERVED' and reserved_by = ?2""";

    private static final String RETURN = """
            update indicator set status = 'RETURNED', ended_at = ?2, reason = ?3
            where id = ?1 and (status = 'ISSUED' or status = 'RESERVED' and reserved_by = ?4)""";

    private static final String EXPIRE = """
            update indicator set status = 'EXPIRED', ended_at = ?1
            where status in ('ISSUED', 'RESERVED') and valid_until < ?2""";

    private static final String MOVE = """
            update indicator set unit_id = ?2, unit_path = ?3, region_code = ?4
            where unit_id = ?1 and status in ('ISSUED', 'RESERVED')""";

    private static final String RETURN_ALL = """
            update indicator set status = 'RETURNED', ended_at = ?2, reason = ?3
            where unit_id = ?1 and status in ('ISSUED', 'RESERVED')""";

    private static final String OPEN_NEW = """
            select count(*) from indicator
            where unit_id = ?1 and category = ?2 and kind = 'NEW' and status in ('ISSUED', 'RESERVED')""";

    public Uni<Long> nextNumber(Mutiny.Session session) {
        return session.createNativeQuery(NEXT_NUMBER, Long.class).getSingleResult();
    }

    public Uni<Void> add(Mutiny.Session session, List<IndicatorFile> files) {
        Object[] rows = files.stream().map(IndicatorRow::new).toArray();
        return session.persistAll(rows).chain(session::flush);
    }

    /** As it is now in the database; it is not kept in the session, as the updates pass it by. */
    public Uni<Optional<IndicatorFile>> find(Mutiny.Session session, UUID id) {
        return session.find(IndicatorRow.class, id)
                .invoke(row -> {
                    if (row != null) {
                        session.detach(row);
                    }
                })
                .map(row -> Optional.ofNullable(row).map(IndicatorRow::toFile));
    }

    /** Newest first, before {@code before}. */
    public Uni<List<IndicatorFile>> list(
            Mutiny.Session session, String scopePath, List<String> statuses, UUID before, int limit) {
        return session.createQuery(
                        "from Indicator i where i.unitPath like ?1 and i.status in ?2 and i.id < ?3 order by i.id desc",
                        IndicatorRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, statuses)
                .setParameter(3, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(IndicatorRow::toFile).toList());
    }

    /** Permissions for one vehicle more that the unit holds in the category. */
    public Uni<Integer> countOpenNew(Mutiny.Session session, UUID unitId, String category) {
        return session.createNativeQuery(OPEN_NEW, Long.class)
                .setParameter(1, unitId)
                .setParameter(2, category)
                .getSingleResult()
                .map(Math::toIntExact);
    }

    /** Whether this call consumed it; false when it is consumed, reserved by somebody else, or over. */
    public Uni<Boolean> consume(
            Mutiny.Session session, UUID id, UUID acquisitionId, String username, Instant now, LocalDate today) {
        return changed(session.createNativeQuery(CONSUME)
                .setParameter(1, id)
                .setParameter(2, acquisitionId)
                .setParameter(3, now)
                .setParameter(4, today)
                .setParameter(5, username));
    }

    /** Whether it is consumed, expired or returned: that never changes again. */
    public Uni<Boolean> isOver(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(IS_OVER, Boolean.class)
                .setParameter(1, id)
                .getSingleResult();
    }

    public Uni<Boolean> reserve(Mutiny.Session session, UUID id, String username, Instant now, LocalDate today) {
        return changed(session.createNativeQuery(RESERVE)
                .setParameter(1, id)
                .setParameter(2, username)
                .setParameter(3, now)
                .setParameter(4, today));
    }

    public Uni<Boolean> release(Mutiny.Session session, UUID id, String username) {
        return changed(session.createNativeQuery(RELEASE).setParameter(1, id).setParameter(2, username));
    }

    public Uni<Boolean> giveBack(Mutiny.Session session, UUID id, Instant now, String reason, String username) {
        return changed(session.createNativeQuery(RETURN)
                .setParameter(1, id)
                .setParameter(2, now)
                .setParameter(3, reason)
                .setParameter(4, username));
    }

    /** How many were open past their last day. */
    public Uni<Integer> expire(Mutiny.Session session, Instant now, LocalDate today) {
        return session.createNativeQuery(EXPIRE)
                .setParameter(1, now)
                .setParameter(2, today)
                .executeUpdate();
    }

    /** Open permissions go to the unit that takes over. */
    public Uni<Void> moveOpen(Mutiny.Session session, UUID fromUnitId, Unit to) {
        return session.createNativeQuery(MOVE)
                .setParameter(1, fromUnitId)
                .setParameter(2, to.id())
                .setParameter(3, to.path())
                .setParameter(4, to.regionCode())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Open permissions of a unit that ends are returned. */
    public Uni<Void> giveBackOpen(Mutiny.Session session, UUID unitId, Instant now, String reason) {
        return session.createNativeQuery(RETURN_ALL)
                .setParameter(1, unitId)
                .setParameter(2, now)
                .setParameter(3, reason)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Boolean> changed(Mutiny.MutationQuery update) {
        return update.executeUpdate().map(rows -> rows == 1);
    }
}
