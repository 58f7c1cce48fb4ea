package org.motorpool.dispatch.duty.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.duty.LeaveFile;
import org.motorpool.dispatch.duty.LeaveFilter;
import org.motorpool.dispatch.duty.LeaveStatus;
import org.motorpool.dispatch.registry.DriverFile;

/** Leaves in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class LeaveRows {

    private static final String PAGE = """
            from DriverLeave l
            where l.unitPath like ?1 and l.status in ?2 and (?3 = '' or l.driverUsername = ?3)
              and l.endsAt > ?4 and l.startsAt < ?5 and l.id < ?6
            order by l.id desc
            """;

    public Uni<List<LeaveFile>> list(Mutiny.Session session, String scopePath, LeaveFilter filter) {
        return session.createQuery(PAGE, LeaveRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, filter.statuses())
                .setParameter(3, filter.driverUsername())
                .setParameter(4, filter.from())
                .setParameter(5, filter.to())
                .setParameter(6, filter.before())
                .setMaxResults(filter.limit())
                .getResultList()
                .map(rows -> rows.stream().map(LeaveRow::toLeave).toList());
    }

    public Uni<LeaveFile> add(
            Mutiny.Session session, DriverFile driver, DutyApi.Leave leave, String askedBy, Instant askedAt) {
        LeaveRow row = new LeaveRow(driver, leave, askedBy, askedAt);
        return session.persist(row).chain(session::flush).map(_ -> row.toLeave());
    }

    /** The leave; fails with problem {@code leave-unknown} when there is none in the scope of the session. */
    public Uni<LeaveFile> get(Mutiny.Session session, UUID id) {
        return session.find(LeaveRow.class, id).map(row -> required(row, id).toLeave());
    }

    /** The same, locked to the end of the transaction. */
    public Uni<LeaveFile> lock(Mutiny.Session session, UUID id) {
        return session.find(LeaveRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> required(row, id).toLeave());
    }

    public Uni<LeaveFile> decide(
            Mutiny.Session session, UUID id, LeaveStatus outcome, String by, Instant at, @Nullable String why) {
        return change(session, id, row -> row.decide(outcome, by, at, why));
    }

    public Uni<LeaveFile> withdraw(Mutiny.Session session, UUID id, String why) {
        return change(session, id, row -> row.withdraw(why));
    }

    private static Uni<LeaveFile> change(Mutiny.Session session, UUID id, Consumer<LeaveRow> change) {
        return session.find(LeaveRow.class, id).invoke(change).chain(row -> session.flush()
                .map(_ -> row.toLeave()));
    }

    private static LeaveRow required(@Nullable LeaveRow row, UUID id) {
        if (row == null) {
            throw unknown(id);
        }
        return row;
    }

    public static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "leave-unknown",
                        "请假 %s 不存在或不在您的管理范围内".formatted(id),
                        "leave %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
