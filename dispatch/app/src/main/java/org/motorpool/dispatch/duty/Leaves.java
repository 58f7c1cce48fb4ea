package org.motorpool.dispatch.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.duty.store.DutyFacts;
import org.motorpool.dispatch.duty.store.LeaveRows;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.DriverService;

/** Leave 请假 of drivers: asked for, decided by somebody else, withdrawn. It cancels no order; those in its way are listed. */
@Singleton
public class Leaves {

    private static final Set<String> DECISIONS = Set.of("APPROVE", "REJECT");

    private final ScopedTransactions transactions;
    private final LeaveRows rows;
    private final DutyFacts facts;
    private final DriverService drivers;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Push push;
    private final Clock clock;

    Leaves(
            ScopedTransactions transactions,
            LeaveRows rows,
            DutyFacts facts,
            DriverService drivers,
            IdempotencyKeys keys,
            Changes changes,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.facts = facts;
        this.drivers = drivers;
        this.keys = keys;
        this.changes = changes;
        this.push = push;
        this.clock = clock;
    }

    /** Leaves in scope, newest first; a driver sees their own. */
    public Uni<List<LeaveFile>> list(Scope scope, LeaveFilter filter) {
        return transactions.inTransaction(scope, session -> rows.list(session, scope.unitPath(), filter));
    }

    /** The leave with the orders in its way; problem {@code leave-unknown}. */
    public Uni<LeaveFile> get(Scope scope, UUID id) {
        return transactions.inTransaction(
                scope, session -> rows.get(session, id).chain(leave -> withConflicts(session, leave)));
    }

    /** Ask for leave, a driver for themselves. Problems {@code driver-unknown}, {@code leave-overlap}. */
    public Uni<LeaveFile> ask(Scope scope, DutyApi.@Nullable NewLeave form, @Nullable String key) {
        DutyApi.NewLeave wanted = DutyForms.leave(form, clock.instant());
        UUID id = Ids.next();
        return act(scope, new IdempotencyKeys.Wish(scope.accountId(), key, wanted, id), session -> driver(
                        session, scope, wanted.driverId())
                .chain(driver ->
                        rows.add(session, driver, asked(id, driver, wanted), scope.username(), clock.instant()))
                .call(leave -> changes.tell(session, scope, change(leave, "leave-asked", null))));
    }

    private Uni<DriverFile> driver(Mutiny.Session session, Scope scope, @Nullable UUID driverId) {
        boolean own = scope.roles().equals(Set.of("DRIVER"));
        if (driverId == null || own) {
            return drivers.getByUsername(session, scope.username()).invoke(driver -> {
                if (driverId != null && !driverId.equals(driver.id())) {
                    throw Problem.forbidden("驾驶员只能为本人请假", "a driver asks for their own leave only")
                            .asException();
                }
            });
        }
        return drivers.get(session, driverId);
    }

    private static DutyApi.Leave asked(UUID id, DriverFile driver, DutyApi.NewLeave wanted) {
        return new DutyApi.Leave(
                id,
                driver.id(),
                driver.name(),
                wanted.kind(),
                wanted.from(),
                wanted.to(),
                wanted.reason(),
                LeaveStatus.ASKED.name(),
                null,
                List.of(),
                0);
    }

    /** Approve or reject; nobody decides on their own. */
    public Uni<LeaveFile> decide(
            Scope scope, UUID id, IfMatch ifMatch, DutyApi.@Nullable LeaveDecision form, @Nullable String key) {
        DutyApi.LeaveDecision given = Fields.required("decision", form);
        boolean approved = Fields.oneOf("decision", given.decision(), DECISIONS).equals("APPROVE");
        String reason =
                approved ? Fields.optionalText("reason", given.reason(), 500) : DutyForms.reason(given.reason());
        LeaveStatus outcome = approved ? LeaveStatus.APPROVED : LeaveStatus.REJECTED;
        return act(
                scope,
                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("leave-decide", id, given), id),
                session -> rows.lock(session, id)
                        .invoke(leave -> requireOthers(ifMatch, scope, leave).requireMayBecome(outcome))
                        .chain(before -> rows.decide(session, id, outcome, scope.username(), clock.instant(), reason)
                                .call(after -> tell(session, scope, before, after))));
    }

    private static LeaveFile requireOthers(IfMatch ifMatch, Scope scope, LeaveFile leave) {
        ifMatch.require(leave.view());
        if (scope.username().equals(leave.driverUsername())) {
            throw Problem.forbidden("不能审批本人的请假", "nobody decides on their own leave")
                    .asException();
        }
        return leave;
    }

    /** Withdraw a leave; a driver their own, a dispatcher any in scope. */
    public Uni<LeaveFile> withdraw(
            Scope scope, UUID id, IfMatch ifMatch, @Nullable String reason, @Nullable String key) {
        String why = DutyForms.reason(reason);
        return act(
                scope,
                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("leave-withdraw", id, why), id),
                session -> rows.lock(session, id)
                        .invoke(leave -> requireMine(scope, leave).requireMayBecome(LeaveStatus.WITHDRAWN))
                        .invoke(leave -> ifMatch.require(leave.view()))
                        .chain(before ->
                                rows.withdraw(session, id, why).call(after -> tell(session, scope, before, after))));
    }

    /** To a driver, the leaves of others do not exist. */
    private static LeaveFile requireMine(Scope scope, LeaveFile leave) {
        if (scope.roles().equals(Set.of("DRIVER")) && !scope.username().equals(leave.driverUsername())) {
            throw LeaveRows.unknown(leave.view().id());
        }
        return leave;
    }

    private Uni<LeaveFile> act(Scope scope, IdempotencyKeys.Wish wish, Function<Mutiny.Session, Uni<LeaveFile>> make) {
        return transactions
                .inTransaction(scope, session -> keys.once(
                                session, wish, () -> make.apply(session), before -> rows.get(session, before))
                        .chain(leave -> withConflicts(session, leave)))
                .onFailure()
                .transform(DutyConstraints::explain)
                .invoke(leave -> push.tell(leave.change()));
    }

    private Uni<LeaveFile> withConflicts(Mutiny.Session session, LeaveFile leave) {
        return facts.orders(session, leave.view().driverId(), leave.period()).map(leave::withConflicts);
    }

    private Uni<Void> tell(Mutiny.Session session, Scope scope, LeaveFile before, LeaveFile after) {
        String action = "leave-" + after.view().status().toLowerCase(Locale.ROOT);
        return changes.tell(session, scope, change(after, action, before.view().status()));
    }

    private static StateChange change(LeaveFile leave, String action, @Nullable String before) {
        UUID id = leave.view().id();
        return new StateChange(
                "leave",
                id,
                id,
                leave.view().driverName(),
                action,
                before,
                leave.view().status());
    }
}
