package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.ApprovalApi.Chain;
import org.motorpool.dispatch.contract.ApprovalApi.EndChain;
import org.motorpool.dispatch.contract.ApprovalApi.NewChain;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.request.store.Chains;

/** Approval chains 审批链 as rows: added from a day on, and closed; a request keeps the chain it was submitted under. */
@Singleton
public class ChainService {

    private static final Problem TWICE = Problem.conflict(
            "chain-overlap", "同名审批链在该期间已存在，请先终止原审批链", "a chain of this name is in force in that time; end it first");

    private final ScopedTransactions transactions;
    private final Chains chains;
    private final UnitService units;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    ChainService(
            ScopedTransactions transactions,
            Chains chains,
            UnitService units,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.chains = chains;
        this.units = units;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** Chains of the caller's units, of those above, and of regions, newest first. */
    public Uni<List<Chain>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> chains.list(session, before, limit));
    }

    /** A chain from today or a later day on; problem {@code chain-overlap}. */
    public Uni<Chain> add(Scope scope, @Nullable NewChain wanted, @Nullable String key) {
        NewChain whole = ChainRules.require(wanted);
        requireNotPast("effectiveFrom", whole.effectiveFrom());
        UUID id = Ids.next();
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("chain", whole), id),
                                () -> owner(session, scope, whole)
                                        .chain(owner ->
                                                add(session, scope, chain(id, scope, whole), owner.orElse(null))),
                                before -> find(session, before)))
                .onFailure()
                .transform(failure -> Constraints.explain(failure, Map.of("approval_chain_once", TWICE)));
    }

    private Uni<Chain> add(Mutiny.Session session, Scope scope, Chain chain, @Nullable Unit owner) {
        return chains.add(session, chain, owner == null ? null : owner.path())
                .chain(() -> changes.tell(
                        session, scope, change(chain, "chain-added", null, "from " + chain.effectiveFrom())))
                .replaceWith(chain);
    }

    /** It applies no longer from this day on. */
    public Uni<Chain> end(Scope scope, RequestService.On on, @Nullable EndChain wanted) {
        LocalDate day = Fields.required("effectiveTo", wanted == null ? null : wanted.effectiveTo());
        requireNotPast("effectiveTo", day);
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        new IdempotencyKeys.Wish(
                                scope.accountId(), on.key(), List.of("chain-end", on.id(), day), on.id()),
                        () -> find(session, on.id())
                                .invoke(on.match()::require)
                                .call(chain -> requireRegion(session, scope, chain.jurisdiction()))
                                .invoke(chain -> requireLater(chain, day))
                                .call(() -> chains.end(session, on.id(), day))
                                .call(chain -> changes.tell(
                                        session, scope, change(chain, "chain-ended", "in force", "until " + day)))
                                .chain(() -> find(session, on.id())),
                        id -> find(session, id)));
    }

    private static void requireLater(Chain chain, LocalDate day) {
        if (!day.isAfter(chain.effectiveFrom()) || (chain.effectiveTo() != null && day.isAfter(chain.effectiveTo()))) {
            throw Fields.bad("effectiveTo", "应在审批链有效期内", "must lie in the time the chain is in force");
        }
    }

    private Uni<Optional<Unit>> owner(Mutiny.Session session, Scope scope, NewChain wanted) {
        return wanted.unitId() == null
                ? requireRegion(session, scope, wanted.jurisdiction()).replaceWith(Optional.empty())
                : units.getActive(session, wanted.unitId()).map(Optional::of);
    }

    /** Rows of a region are its own officers' or those of the nation: the caller's unit must lie at or above the region. */
    private Uni<Void> requireRegion(Mutiny.Session session, Scope scope, @Nullable String jurisdiction) {
        if (jurisdiction == null) {
            return Uni.createFrom().voidItem();
        }
        return units.get(session, scope.unitId())
                .invoke(unit -> {
                    if (!RegionCode.levels(jurisdiction).contains(unit.regionCode())) {
                        throw Problem.forbidden(
                                        "区域 %s 的审批链由该区域或上级的车管员维护".formatted(jurisdiction),
                                        "chains of region %s are kept by officers of it or above"
                                                .formatted(jurisdiction))
                                .asException();
                    }
                })
                .replaceWithVoid();
    }

    private void requireNotPast(String field, LocalDate day) {
        LocalDate today = Days.today(clock);
        Fields.day(field, day, today, today.plusYears(10));
    }

    private static Chain chain(UUID id, Scope scope, NewChain wanted) {
        return new Chain(
                id,
                wanted.unitId(),
                wanted.jurisdiction(),
                wanted.name().strip(),
                Objects.requireNonNullElse(wanted.priority(), 0),
                Objects.requireNonNullElse(wanted.conditions(), ChainRules.ANY),
                wanted.steps(),
                wanted.clause().strip(),
                scope.username(),
                wanted.effectiveFrom(),
                wanted.effectiveTo(),
                0);
    }

    private Uni<Chain> find(Mutiny.Session session, UUID id) {
        return chains.lock(session, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "chain-unknown",
                                "审批链 %s 不存在或不在您的管理范围内".formatted(id),
                                "approval chain %s does not exist or is outside your scope".formatted(id))
                        .asException()));
    }

    private static StateChange change(Chain chain, String action, @Nullable String before, String after) {
        return new StateChange("approval-chain", chain.id(), chain.id(), chain.name(), action, before, after);
    }
}
