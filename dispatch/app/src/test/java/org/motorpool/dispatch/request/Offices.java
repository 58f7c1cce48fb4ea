package org.motorpool.dispatch.request;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

/** Object mother: departments of Pudong, each of its own, so that rules for one touch no other test. */
@ApplicationScoped
public class Offices {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final Organisations organisations;

    Offices(ScopedTransactions transactions, UnitService units, Organisations organisations) {
        this.transactions = transactions;
        this.units = units;
        this.organisations = organisations;
    }

    public Unit department() {
        Unit pudong = organisations.pudong();
        String code = "T310115D%02d".formatted(SERIAL.incrementAndGet());
        Unit unit =
                new Unit(Ids.next(), code, "单位" + code, "COUNTY", "310115", pudong.id(), pudong.path() + code + "/");
        inSystem(session -> units.add(session, List.of(), List.of(unit)));
        return unit;
    }

    /** Pending requests of the unit hold a vehicle for a day and lapse with it; one more is warned. */
    public void hold(Unit unit) {
        inSystem(session -> session.createNativeQuery("""
                        insert into hold_rule (id, unit_id, unit_path, hours, expiry, severity, clause, recorded_by, effective_from)
                        values (?1, ?2, ?3, 24, 'LAPSE', 'WARN', '占用规则', 'test', '2020-01-01')""")
                .setParameter(1, Ids.next())
                .setParameter(2, unit.id())
                .setParameter(3, unit.path())
                .executeUpdate());
    }

    public <T> T inSystem(Function<Mutiny.Session, Uni<T>> work) {
        return await(transactions.inTransaction(Scope.SYSTEM, work));
    }

    static <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
