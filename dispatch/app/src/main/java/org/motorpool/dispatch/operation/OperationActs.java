package org.motorpool.dispatch.operation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.contract.OperationApi.BulkResult;
import org.motorpool.dispatch.organisation.Scope;

/** Commit, cancel and release, for events and mobilisations alike; every item is answered. */
@Singleton
public class OperationActs {

    private static final int LONGEST_REASON = 500;

    private final OperationDesk desk;
    private final EventActs events;
    private final Mobilising mobilising;
    private final Releasing releasing;

    OperationActs(OperationDesk desk, EventActs events, Mobilising mobilising, Releasing releasing) {
        this.desk = desk;
        this.events = events;
        this.mobilising = mobilising;
        this.releasing = releasing;
    }

    /** Make the requests of an event, or take the vehicles of a mobilisation. */
    public Uni<BulkResult> commit(Scope scope, UUID id, @Nullable String key, IfMatch ifMatch) {
        return desk.read(
                scope,
                id,
                operation -> operation.view().mobilisation() == null
                        ? events.commit(scope, id, key, ifMatch)
                        : mobilising.commit(scope, id, key, ifMatch));
    }

    /** Cancel what has not departed; a mobilisation that has its vehicles is released instead. */
    public Uni<BulkResult> cancel(
            Scope scope, UUID id, @Nullable String reason, @Nullable String key, IfMatch ifMatch) {
        String why = Fields.text("reason", reason, LONGEST_REASON);
        return desk.read(
                scope,
                id,
                operation -> operation.view().mobilisation() != null && operation.status() == OperationStatus.COMMITTED
                        ? releasing.release(scope, id, why, key, ifMatch)
                        : events.cancel(scope, id, why, key, ifMatch));
    }

    /** End a mobilisation and give back what it preempted. */
    public Uni<BulkResult> release(
            Scope scope, UUID id, @Nullable String reason, @Nullable String key, IfMatch ifMatch) {
        return releasing.release(scope, id, Fields.text("reason", reason, LONGEST_REASON), key, ifMatch);
    }
}
