package org.motorpool.dispatch.operation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.OperationApi.EventPlan;
import org.motorpool.dispatch.contract.OperationApi.Mobilisation;
import org.motorpool.dispatch.contract.OperationApi.Operation;
import org.motorpool.dispatch.operation.OperationFile;
import org.motorpool.dispatch.operation.OperationStatus;

/** Operations in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Operations {

    private static final String PAGE =
            "from Operation o where o.unitPath like ?1 and o.status in ?2 and o.id < ?3 order by o.id desc";

    private static final String CUT_SHORT = """
            select o.* from operation o where o.status = 'RELEASED'
              and (exists (select from preemption p where p.operation_id = o.id and p.outcome is null)
                   or exists (select from use_request r
                              where r.operation_id = o.id and r.status in ('SUBMITTED', 'APPROVED', 'ASSIGNED')))""";

    private final ObjectMapper json;

    Operations(ObjectMapper json) {
        this.json = json;
    }

    public Uni<OperationFile> add(Mutiny.Session session, OperationFile file) {
        Object plan = file.view().plan() == null
                ? file.view().mobilisation()
                : file.view().plan();
        OperationRow row = new OperationRow(file, write(plan));
        return session.persist(row).chain(session::flush).map(_ -> file(row));
    }

    public Uni<Optional<OperationFile>> find(Mutiny.Session session, UUID id) {
        return session.find(OperationRow.class, id)
                .map(row -> Optional.ofNullable(row).map(this::file));
    }

    /** The operation, locked to the end of the transaction. */
    public Uni<Optional<OperationFile>> lock(Mutiny.Session session, UUID id) {
        return session.find(OperationRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(this::file));
    }

    /** Emergencies that were released, and whose requests or preempted orders are open still; none while a release is not cut short. */
    public Uni<List<OperationFile>> listCutShort(Mutiny.Session session, int limit) {
        return session.createNativeQuery(CUT_SHORT, OperationRow.class)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(this::file).toList());
    }

    /** The operation, which stays as it is to the end of the transaction; others may hold it too. */
    public Uni<OperationFile> hold(Mutiny.Session session, UUID id) {
        return session.find(OperationRow.class, id, LockModeType.PESSIMISTIC_READ)
                .map(this::file);
    }

    public Uni<List<OperationFile>> list(
            Mutiny.Session session, String scopePath, List<OperationStatus> statuses, UUID before, int limit) {
        return session.createQuery(PAGE, OperationRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, statuses)
                .setParameter(3, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(this::file).toList());
    }

    public Uni<OperationFile> replan(Mutiny.Session session, UUID id, EventPlan plan) {
        return change(session, id, row -> row.plan = write(plan));
    }

    public Uni<OperationFile> move(Mutiny.Session session, UUID id, OperationStatus status) {
        return change(session, id, row -> row.status = status);
    }

    public Uni<OperationFile> decide(
            Mutiny.Session session, UUID id, OperationStatus outcome, String by, Instant at, @Nullable String reason) {
        return change(session, id, row -> row.decide(outcome, by, at, reason));
    }

    public Uni<OperationFile> end(Mutiny.Session session, UUID id, OperationStatus outcome, String reason) {
        return change(session, id, row -> row.end(outcome, reason));
    }

    private Uni<OperationFile> change(Mutiny.Session session, UUID id, Consumer<OperationRow> change) {
        return session.find(OperationRow.class, id).invoke(change).chain(row -> session.flush()
                .map(_ -> file(row)));
    }

    private OperationFile file(OperationRow row) {
        boolean event = row.kind.equals("EVENT");
        Operation view = new Operation(
                row.id,
                row.number,
                row.kind,
                row.name,
                row.unitId,
                row.unitName,
                row.status.name(),
                event ? read(EventPlan.class, row.plan) : null,
                event ? null : read(Mobilisation.class, row.plan),
                row.createdBy,
                row.createdAt,
                row.decidedBy,
                row.decidedAt,
                row.decisionReason,
                row.endedReason,
                row.version);
        return new OperationFile(view, row.unitPath, row.regionCode, row.organiserId);
    }

    private String write(Object plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("%s cannot be written as JSON".formatted(plan.getClass()), impossible);
        }
    }

    private <T> T read(Class<T> type, String plan) {
        try {
            return json.readValue(plan, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a plan cannot be read as %s".formatted(type), impossible);
        }
    }
}
