package org.motorpool.dispatch.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.UnitApi;
import org.motorpool.dispatch.organisation.store.Units;

/** Units and regions: the tree everything else hangs on. */
@Singleton
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

    /** The unit, when it still exists; fails with {@code unit-unknown}, or {@code unit-ended} for one merged or abolished. */
    public Uni<Unit> getActive(Mutiny.Session session, UUID id) {
        return get(session, id).call(unit -> units.isActive(session, id).invoke(active -> {
            if (!active) {
                throw Problem.conflict(
                                "unit-ended",
                                "单位 %s 已合并或撤销，请改用承接其职能的单位".formatted(unit.name()),
                                "unit %s was merged or abolished; use its successor".formatted(unit.name()))
                        .asException();
            }
        }));
    }

    /** How many people the unit has, where that is known. */
    public Uni<Optional<Integer>> findStaff(Mutiny.Session session, UUID id) {
        return units.findStaff(session, id);
    }

    /** Whether the unit still exists, and its particulars. */
    public Uni<UnitStatus> status(Mutiny.Session session, UUID id) {
        return units.status(session, id);
    }

    /** Whether units that still exist lie below it. */
    public Uni<Boolean> hasChildren(Mutiny.Session session, UUID id) {
        return units.hasChildren(session, id);
    }

    /** The unit ends: merged into its successor, or abolished without one. */
    public Uni<Void> end(Mutiny.Session session, UUID id, LocalDate on, @Nullable UUID successorId) {
        return units.end(session, id, on, successorId);
    }

    /** Complete particulars; null leaves one as it is. */
    public Uni<Void> describe(
            Mutiny.Session session, UUID id, @Nullable Integer staffCount, @Nullable Boolean mainBudget) {
        return units.describe(session, id, staffCount, mainBudget);
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
