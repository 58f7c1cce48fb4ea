package org.motorpool.dispatch.duty.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.duty.NewShift;
import org.motorpool.dispatch.duty.ShiftFile;
import org.motorpool.dispatch.duty.ShiftFilter;
import org.motorpool.dispatch.duty.TemplateFile;

/** Shifts and their templates in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Shifts {

    private static final int INSERT_BATCH = 100;
    private static final String PAGE = """
            from DriverShift s
            where s.unitPath like ?1 and coalesce(?2, s.driverId) = s.driverId and s.startsAt >= ?3 and s.startsAt < ?4
              and s.id < ?5
            order by s.id desc
            """;
    private static final String TEMPLATES =
            "from ShiftTemplate t where t.unitPath like ?1 and t.id < ?2 order by t.id desc";

    public Uni<List<ShiftFile>> list(Mutiny.Session session, String scopePath, ShiftFilter filter) {
        return session.createQuery(PAGE, ShiftRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, filter.driverId())
                .setParameter(3, filter.from())
                .setParameter(4, filter.to())
                .setParameter(5, filter.before())
                .setMaxResults(filter.limit())
                .getResultList()
                .map(Shifts::views);
    }

    /** Add the shifts of one batch. */
    public Uni<List<ShiftFile>> add(
            Mutiny.Session session, List<NewShift> shifts, UUID batch, String plannedBy, Instant plannedAt) {
        List<ShiftRow> rows = shifts.stream()
                .map(shift -> new ShiftRow(shift, batch, plannedBy, plannedAt))
                .toList();
        return session.setBatchSize(INSERT_BATCH)
                .persistAll(rows.toArray())
                .chain(session::flush)
                .replaceWith(() -> views(rows));
    }

    public Uni<List<ShiftFile>> listOfBatch(Mutiny.Session session, UUID batch) {
        return session.createQuery("from DriverShift s where s.batchId = ?1 order by s.id", ShiftRow.class)
                .setParameter(1, batch)
                .getResultList()
                .map(Shifts::views);
    }

    /** The shift, locked to the end of the transaction; problem {@code shift-unknown}. */
    public Uni<ShiftFile> lock(Mutiny.Session session, UUID id) {
        return session.find(ShiftRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> required(row, "shift-unknown", "班次", "shift", id).toShift());
    }

    public Uni<ShiftFile> withdraw(Mutiny.Session session, UUID id) {
        return session.find(ShiftRow.class, id).invoke(ShiftRow::withdraw).chain(row -> session.flush()
                .map(_ -> row.toShift()));
    }

    public Uni<List<TemplateFile>> listTemplates(Mutiny.Session session, String scopePath, UUID before, int limit) {
        return session.createQuery(TEMPLATES, TemplateRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(TemplateRow::toTemplate).toList());
    }

    public Uni<TemplateFile> addTemplate(
            Mutiny.Session session, TemplateFile template, String createdBy, Instant createdAt) {
        TemplateRow row = new TemplateRow(template, createdBy, createdAt);
        return session.persist(row).chain(session::flush).map(_ -> row.toTemplate());
    }

    /** The template; problem {@code shift-template-unknown}. */
    public Uni<TemplateFile> getTemplate(Mutiny.Session session, UUID id) {
        return session.find(TemplateRow.class, id).map(row -> template(row, id).toTemplate());
    }

    /** The same, locked to the end of the transaction. */
    public Uni<TemplateFile> lockTemplate(Mutiny.Session session, UUID id) {
        return session.find(TemplateRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> template(row, id).toTemplate());
    }

    public Uni<TemplateFile> retire(Mutiny.Session session, UUID id) {
        return session.find(TemplateRow.class, id)
                .invoke(row -> row.retired = true)
                .chain(row -> session.flush().map(_ -> row.toTemplate()));
    }

    private static TemplateRow template(@Nullable TemplateRow row, UUID id) {
        return required(row, "shift-template-unknown", "班次模板", "shift template", id);
    }

    private static <T> T required(@Nullable T row, String code, String zh, String en, UUID id) {
        if (row == null) {
            throw Problem.notFound(
                            code,
                            "%s %s 不存在或不在您的管理范围内".formatted(zh, id),
                            "%s %s does not exist or is outside your scope".formatted(en, id))
                    .asException();
        }
        return row;
    }

    private static List<ShiftFile> views(List<ShiftRow> rows) {
        return rows.stream().map(ShiftRow::toShift).toList();
    }
}
