package org.motorpool.dispatch.operation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.operation.OperationFile;

/** Orders that gave their vehicle to an emergency; every call runs in the caller's session. */
@Singleton
public class Preemptions {

    private static final String ADD = """
            insert into preemption (id, operation_id, unit_id, unit_path, order_id, order_number, request_id, vehicle_id, driver_id,
                                    preempted_at, rode_with)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)""";

    private static final String OF = """
            select p.id, p.order_id as "orderId", p.order_number as "orderNumber", p.request_id as "requestId",
                   p.vehicle_id as "vehicleId", p.driver_id as "driverId", p.outcome, p.rode_with as "rodeWith"
            from preemption p where p.operation_id = ?1 order by p.preempted_at, p.id limit 5000""";

    private static final String SETTLE =
            "update preemption set outcome = ?2, settled_at = ?3 where id = ?1 and outcome is null";

    private final JsonRows rows;

    Preemptions(JsonRows rows) {
        this.rows = rows;
    }

    /** One of them. */
    public record Row(
            UUID id,
            UUID orderId,
            String orderNumber,
            UUID requestId,
            UUID vehicleId,
            UUID driverId,
            @Nullable String outcome,
            @Nullable UUID rodeWith) {}

    /** @param rodeWith 合乘: the order it rode with; null for one that led or was alone */
    public Uni<Void> add(
            Mutiny.Session session, OperationFile operation, VehicleOrder order, @Nullable UUID rodeWith, Instant at) {
        return PlainSql.update(
                        session,
                        ADD,
                        Ids.next(),
                        operation.id(),
                        operation.view().unitId(),
                        operation.unitPath(),
                        order.id(),
                        order.view().number(),
                        order.view().requestId(),
                        order.view().vehicleId(),
                        order.view().driverId(),
                        at,
                        rodeWith)
                .replaceWithVoid();
    }

    /** Those of an operation, the first preempted first. */
    public Uni<List<Row>> list(Mutiny.Session session, UUID operationId) {
        return rows.list(session, Row.class, OF, operationId);
    }

    /** Whether the outcome was open until now. */
    public Uni<Boolean> settle(Mutiny.Session session, UUID id, String outcome, Instant at) {
        return session.createNativeQuery(SETTLE)
                .setParameter(1, id)
                .setParameter(2, outcome)
                .setParameter(3, at)
                .executeUpdate()
                .map(settled -> settled == 1);
    }
}
