package org.motorpool.dispatch.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.UnitApi;
import org.motorpool.dispatch.organisation.store.Units;

/** Units and regions: the tree everything else hangs on. */
@ApplicationScoped
public class UnitService {

    private final ScopedTransactions transactions;
    private final Units units;

    UnitService(ScopedTransactions transactions, Units units) {
        this.transactions = transactions;
        this.units = units;
    }

    /** Units in scope by code, after {@code afterCode}. */
    public Uni<List<Unit>> list(Scope scope, String afterCode, int limit) {
        return transactions.inTransaction(scope, session -> units.list(session, scope.unitPath(), afterCode, limit));
    }

    /** Regions by code, after {@code afterCode}; they are public knowledge. */
    public Uni<List<UnitApi.Region>> listRegions(Scope scope, String afterCode, int limit) {
        return transactions.inTransaction(scope, session -> units.listRegions(session, afterCode, limit));
    }

    /** The unit; fails with problem {@code unit-unknown} when there is none in the scope of the session. */
    public Uni<Unit> get(Mutiny.Session session, UUID id) {
        return units.find(session, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "unit-unknown",
                                "单位 %s 不存在或不在您的管理范围内，请检查 unitId".formatted(id),
                                "unit %s does not exist or is outside your scope; check unitId".formatted(id))
                        .asException()));
    }

    /** Those of the codes that are units in scope. */
    public Uni<List<Unit>> listByCodes(Mutiny.Session session, Scope scope, Collection<String> codes) {
        return units.listByCodes(session, scope.unitPath(), codes);
    }

    /** Whether every unit there is lies in the scope. */
    public Uni<Boolean> coversAll(Scope scope) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> units.anyOutside(session, scope.unitPath()))
                .map(outside -> !outside);
    }

    /** Add regions and units, parents first; for set-up by the platform itself. */
    public Uni<Void> add(Mutiny.Session session, List<UnitApi.Region> regions, List<Unit> added) {
        return units.add(session, regions, added);
    }
}
