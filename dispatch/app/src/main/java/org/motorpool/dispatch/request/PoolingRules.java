package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.request.store.PoolingRuleRows;

/** What places say of riders who share a vehicle 合乘; for assignment, too. */
@Singleton
public class PoolingRules {

    private final PoolingRuleRows rows;

    PoolingRules(PoolingRuleRows rows) {
        this.rows = rows;
    }

    /** The rules in force on the day. */
    public Uni<PoolingBook> book(Mutiny.Session session, LocalDate day) {
        return rows.listInForce(session, day).map(PoolingBook::new);
    }
}
