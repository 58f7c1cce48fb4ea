package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.ApprovalApi.NewDelegation;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.store.Delegations;

/** Delegations 委托审批: given by those who decide, for a time, with a reason; revoked at any time. */
@Singleton
public class DelegationService {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Set<String> DECIDING = Set.of("APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR");
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_REASON = 200;

    private static final Problem TWICE = Problem.conflict(
            "delegation-overlap",
            "该期间已委托同一人，请先撤销原委托",
            "the same person is your delegate in that time already; revoke that first");

    private final ScopedTransactions transactions;
    private final Delegations delegations;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    DelegationService(
            ScopedTransactions transactions,
            Delegations delegations,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.delegations = delegations;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** Given by or to the caller, newest first. */
    public Uni<List<Delegation>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> delegations.listOf(session, scope, before, limit));
    }

    /** Delegate what the caller may decide by themselves. */
    public Uni<Delegation> add(Scope scope, @Nullable NewDelegation wanted, @Nullable String key) {
        Delegation delegation = delegation(scope, Fields.required("delegate", wanted));
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(
                                        scope.accountId(), key, List.of("delegation", wanted), delegation.id()),
                                () -> delegations
                                        .add(session, delegation)
                                        .chain(() -> tell(session, scope, delegation, "delegation-given", null))
                                        .replaceWith(delegation),
                                id -> find(session, scope, id)))
                .onFailure()
                .transform(failure -> Constraints.explain(failure, Map.of("approval_delegation_once", TWICE)));
    }

    private Delegation delegation(Scope scope, NewDelegation wanted) {
        String delegate = Fields.text("delegate", wanted.delegate(), LONGEST_NAME);
        if (delegate.equals(scope.username())) {
            throw Fields.bad("delegate", "不能委托给本人", "must be somebody else");
        }
        requirePeriod(wanted.from(), wanted.to());
        return new Delegation(
                Ids.next(),
                scope.accountId(),
                scope.username(),
                scope.name(),
                scope.unitId(),
                scope.unitPath(),
                scope.roles().stream().filter(DECIDING::contains).collect(Collectors.toSet()),
                delegate,
                wanted.from(),
                wanted.to(),
                Fields.text("reason", wanted.reason(), LONGEST_REASON),
                null,
                0);
    }

    private void requirePeriod(@Nullable Instant from, @Nullable Instant to) {
        Instant begin = Fields.required("from", from);
        Instant end = Fields.required("to", to);
        if (!end.isAfter(begin) || !end.isAfter(clock.instant()) || end.isAfter(begin.plus(LONGEST))) {
            throw Fields.bad("to", "应晚于 from 和当前时间，且不超过一年", "must be after from and now, and within a year of it");
        }
    }

    /** It ends now; only who gave it may. */
    public Uni<Delegation> revoke(Scope scope, RequestService.On on) {
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        new IdempotencyKeys.Wish(
                                scope.accountId(), on.key(), List.of("delegation-revoke", on.id()), on.id()),
                        () -> find(session, scope, on.id())
                                .invoke(delegation -> on.match().require(delegation.view()))
                                .invoke(DelegationService::requireInForce)
                                .call(() -> delegations.revoke(session, on.id(), clock.instant()))
                                .call(delegation -> tell(session, scope, delegation, "delegation-revoked", "in force"))
                                .chain(() -> find(session, scope, on.id())),
                        id -> find(session, scope, id)));
    }

    private static void requireInForce(Delegation delegation) {
        if (delegation.revokedAt() != null) {
            throw Problem.conflict(
                            "delegation-revoked",
                            "委托已于 %s 撤销".formatted(delegation.revokedAt()),
                            "the delegation was revoked at %s".formatted(delegation.revokedAt()))
                    .asException();
        }
    }

    private Uni<Delegation> find(Mutiny.Session session, Scope scope, UUID id) {
        return delegations.lock(session, id).map(found -> found.filter(
                        delegation -> delegation.accountId().equals(scope.accountId()))
                .orElseThrow(() -> Problem.notFound(
                                "delegation-unknown",
                                "委托 %s 不存在或不是您的委托".formatted(id),
                                "delegation %s does not exist or is not yours".formatted(id))
                        .asException()));
    }

    private Uni<Void> tell(
            Mutiny.Session session, Scope scope, Delegation delegation, String action, @Nullable String before) {
        String after = action.equals("delegation-revoked")
                ? "revoked"
                : "%s from %s to %s: %s"
                        .formatted(delegation.delegate(), delegation.from(), delegation.to(), delegation.reason());
        return changes.tell(
                session,
                scope,
                new StateChange(
                        "delegation", delegation.id(), delegation.id(), delegation.username(), action, before, after));
    }
}
