package org.motorpool.dispatch.settlement.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Orders that ended and wait to be priced; the database writes them down when they end. */
@Singleton
public class ChargesDue {

    /** Another replica that claims at the same time takes other orders. */
    private static final String CLAIM = """
            update charge_due set due_at = ?2, attempts = attempts + 1
            where order_id in (select order_id from charge_due where due_at <= ?1 order by due_at limit ?3 for update skip locked)
            returning order_id
            """;

    /** Orders that are due now; they are due again at {@code nextTry}, unless they are priced by then. */
    public Uni<List<UUID>> claim(Mutiny.Session session, Instant now, Instant nextTry, int limit) {
        return session.createNativeQuery(CLAIM, UUID.class)
                .setParameter(1, now)
                .setParameter(2, nextTry)
                .setParameter(3, limit)
                .getResultList();
    }

    /** Whether the order still waits; to the end of the transaction nobody else prices it. */
    public Uni<Boolean> lock(Mutiny.Session session, UUID orderId) {
        return session.createNativeQuery("select order_id from charge_due where order_id = ?1 for update", UUID.class)
                .setParameter(1, orderId)
                .getSingleResultOrNull()
                .map(found -> found != null);
    }

    public Uni<Void> done(Mutiny.Session session, UUID orderId) {
        return session.createNativeQuery("delete from charge_due where order_id = ?1")
                .setParameter(1, orderId)
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> failed(Mutiny.Session session, UUID orderId, String problem) {
        return session.createNativeQuery("update charge_due set problem = ?2 where order_id = ?1")
                .setParameter(1, orderId)
                .setParameter(2, problem)
                .executeUpdate()
                .replaceWithVoid();
    }
}
