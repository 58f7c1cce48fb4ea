package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

/** Requests that belong to an operation; every call runs in the caller's session. */
@Singleton
public class RequestsOfOperations {

    private static final int MOST = 5_000;

    private static final String WAITING = "from UseRequest r where r.operationId = ?1 and r.status = ?2 order by r.id";

    public Uni<Void> link(Mutiny.Session session, UUID id, UUID operationId) {
        return session.find(RequestRow.class, id)
                .invoke(row -> row.operationId = operationId)
                .chain(session::flush);
    }

    /** What was preempted comes before what only waits. */
    public Uni<Void> putFirst(Mutiny.Session session, UUID id) {
        return session.find(RequestRow.class, id)
                .invoke(row -> row.queueFirst = true)
                .chain(session::flush);
    }

    /** Those that nobody decided on yet, locked to the end of the transaction. */
    public Uni<List<UseRequest>> lockSubmitted(Mutiny.Session session, UUID operationId) {
        return session.createQuery(WAITING, RequestRow.class)
                .setParameter(1, operationId)
                .setParameter(2, RequestStatus.SUBMITTED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> rows.stream().map(RequestRow::toRequest).toList());
    }
}
