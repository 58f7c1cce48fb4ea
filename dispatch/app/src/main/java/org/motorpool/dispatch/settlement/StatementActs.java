package org.motorpool.dispatch.settlement;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.SettlementApi.NewCredit;
import org.motorpool.dispatch.contract.SettlementApi.NewDispute;
import org.motorpool.dispatch.contract.SettlementApi.Resolution;
import org.motorpool.dispatch.contract.SettlementApi.Settling;
import org.motorpool.dispatch.contract.SettlementApi.StatementFile;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.settlement.store.Statements;

/** What payee and payer do with a statement, each in one transaction; who issued it does not confirm it. */
@Singleton
public class StatementActs {

    private final ScopedTransactions transactions;
    private final Statements statements;
    private final StatementService service;
    private final DisputeActs disputes;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Push push;
    private final Clock clock;

    StatementActs(
            ScopedTransactions transactions,
            Statements statements,
            StatementService service,
            DisputeActs disputes,
            IdempotencyKeys keys,
            Changes changes,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.statements = statements;
        this.service = service;
        this.disputes = disputes;
        this.keys = keys;
        this.changes = changes;
        this.push = push;
        this.clock = clock;
    }

    /** One step with a locked statement; answers with it afterwards. */
    private interface Step extends BiFunction<Mutiny.Session, DrawnStatement, Uni<DrawnStatement>> {}

    /** The payee issues a draft: from now on nothing of it changes, and the dispute clock runs. */
    public Uni<StatementFile> issue(Scope scope, Act act) {
        Instant now = clock.instant();
        return take(scope, act, "statement-issued", null, (session, statement) -> {
            statement.requirePayee(scope).requireMayBecome(StatementStatus.ISSUED);
            Instant confirmBy = now.plus(Duration.ofDays(statement.confirmDays()));
            return statements.issue(session, statement.id(), scope.username(), now, confirmBy);
        });
    }

    /** The payer confirms. */
    public Uni<StatementFile> confirm(Scope scope, Act act) {
        return take(scope, act, "statement-confirmed", null, (session, statement) -> {
            statement.requirePayer(scope).require(StatementStatus.ISSUED);
            requireAnother(statement, scope);
            return statements.confirm(session, statement.id(), scope.username(), clock.instant());
        });
    }

    /** The payer disputes a line, while the clock runs. */
    public Uni<StatementFile> dispute(Scope scope, Act act, @Nullable NewDispute form) {
        NewDispute dispute = SettlementForms.dispute(form);
        return take(
                scope,
                act,
                "statement-disputed",
                dispute,
                (session, statement) -> disputes.raise(session, scope, statement.requirePayer(scope), dispute));
    }

    /** The payee answers a dispute: upheld, with a credit note 红字, or rejected. */
    public Uni<StatementFile> resolve(Scope scope, Act act, UUID disputeId, @Nullable Resolution form) {
        Resolution answer = SettlementForms.resolution(form);
        return take(
                scope,
                act,
                "dispute-resolved",
                List.of(disputeId, answer),
                (session, statement) ->
                        disputes.resolve(session, scope, statement.requirePayee(scope), disputeId, answer));
    }

    /** The payee takes back from a line of its own accord, also after the settlement. */
    public Uni<StatementFile> credit(Scope scope, Act act, @Nullable NewCredit form) {
        NewCredit wanted = SettlementForms.credit(form);
        return take(scope, act, "statement-credited", wanted, (session, statement) -> {
            statement.requirePayee(scope).requireCreditable();
            DisputeActs.Taking taking = new DisputeActs.Taking(wanted.lineId(), wanted.amount_fen(), wanted.reason());
            return disputes.credit(session, scope, statement, taking).chain(_ -> lock(session, statement.id()));
        });
    }

    /** The payee has been paid, by a voucher 凭证. */
    public Uni<StatementFile> settle(Scope scope, Act act, @Nullable Settling form) {
        String voucher = SettlementForms.voucher(form);
        return take(scope, act, "statement-settled", voucher, (session, statement) -> {
            statement.requirePayee(scope).requireMayBecome(StatementStatus.SETTLED);
            return statements
                    .settle(session, statement.id(), voucher, scope.username(), clock.instant())
                    .call(_ -> disputes.settleCreditNotes(session, scope, statement, voucher));
        });
    }

    Uni<StatementFile> take(Scope scope, Act act, String action, @Nullable Object body, Step step) {
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                act.wish(scope, action, body),
                                () -> once(session, scope, act, action, step),
                                id -> service.get(session, id).map(file -> new Taken(file, null))))
                .invoke(taken -> taken.tell(push))
                .map(Taken::file);
    }

    private Uni<Taken> once(Mutiny.Session session, Scope scope, Act act, String action, Step step) {
        return lock(session, act.id())
                .invoke(statement -> act.ifMatch().require(statement.view()))
                .chain(before -> step.apply(session, before)
                        .call(after -> changes.tell(session, scope, change(before, after, action))))
                .chain(after -> service.get(session, after.id()).map(file -> new Taken(file, after)));
    }

    /** @param changed null when the same wish was fulfilled before */
    private record Taken(StatementFile file, @Nullable DrawnStatement changed) {
        void tell(Push push) {
            if (changed != null) {
                push.tell(changed.change());
            }
        }
    }

    private Uni<DrawnStatement> lock(Mutiny.Session session, UUID id) {
        return statements.lock(session, id).map(found -> found.orElseThrow(() -> StatementService.unknown(id)));
    }

    static StateChange change(DrawnStatement before, DrawnStatement after, String action) {
        UUID matter = after.view().requestId();
        return new StateChange(
                "statement",
                after.id(),
                matter == null ? after.id() : matter,
                after.view().number(),
                action,
                before.told(),
                after.told());
    }

    private static void requireAnother(DrawnStatement statement, Scope scope) {
        if (scope.username().equals(statement.issuedBy())) {
            throw Problem.of(
                            403,
                            "self-confirmation",
                            "无权限 Forbidden",
                            "开具结算单 %s 的人不能代付款方确认，请由付款方其他人员办理"
                                    .formatted(statement.view().number()),
                            "who issued statement %s does not confirm it; ask somebody of the payer"
                                    .formatted(statement.view().number()),
                            null)
                    .asException();
        }
    }
}
