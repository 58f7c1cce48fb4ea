package org.motorpool.dispatch.settlement;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.SettlementApi.Statement;
import org.motorpool.dispatch.organisation.Scope;

/** A statement, as people see it and with the units whose it is. */
public record DrawnStatement(
        Statement view,
        String payerUnitPath,
        String payeeUnitPath,
        @Nullable String issuedBy,
        int confirmDays) {

    private static final Set<String> READERS = Set.of("DISPATCHER", "FLEET_OFFICER", "SUPERVISOR", "APPROVER");

    public UUID id() {
        return view.id();
    }

    public StatementStatus status() {
        return StatementStatus.valueOf(view.status());
    }

    /** Fails with problem {@code statement-state} unless the statement may go to this status now. */
    DrawnStatement requireMayBecome(StatementStatus next) {
        if (!status().mayBecome(next)) {
            throw state("不能变为 " + next, "cannot become " + next);
        }
        return this;
    }

    /** Fails with problem {@code statement-state} unless it is a statement in this status. */
    DrawnStatement require(StatementStatus wanted) {
        if (status() != wanted || isCreditNote()) {
            throw state("须为状态 " + wanted + " 的结算单", "must be a statement that is " + wanted);
        }
        return this;
    }

    /** Fails with problem {@code statement-state} unless it is a statement that has been issued. */
    DrawnStatement requireCreditable() {
        if (isCreditNote() || status() == StatementStatus.DRAFT) {
            throw state("须为已开具的结算单", "must be a statement that was issued");
        }
        return this;
    }

    boolean isCreditNote() {
        return view.kind().equals("CREDIT_NOTE");
    }

    /** Fails with problem {@code forbidden} unless the caller acts for who is paid. */
    DrawnStatement requirePayee(Scope scope) {
        return requireParty(scope, payeeUnitPath, "收款方", "payee");
    }

    /** Fails with problem {@code forbidden} unless the caller acts for who pays. */
    DrawnStatement requirePayer(Scope scope) {
        return requireParty(scope, payerUnitPath, "付款方", "payer");
    }

    private DrawnStatement requireParty(Scope scope, String path, String zh, String en) {
        if (!scope.covers(path)) {
            throw Problem.forbidden(
                            "结算单 %s 的这一步由%s办理".formatted(view.number(), zh),
                            "this step of statement %s is taken by the %s".formatted(view.number(), en))
                    .asException();
        }
        return this;
    }

    private ProblemException state(String zh, String en) {
        return Problem.conflict(
                        "statement-state",
                        "结算单 %s 当前为 %s，%s，请刷新后再试".formatted(view.number(), status(), zh),
                        "statement %s is %s, it %s; reload and try again".formatted(view.number(), status(), en))
                .asException();
    }

    /** What decides about it, for the audit trail. */
    String told() {
        return "%s %d fen".formatted(view.status(), view.payable_fen());
    }

    /** The push that tells both parties' consoles of this state. */
    Push.Change change() {
        return new Push.Change("statement", List.of(payerUnitPath, payeeUnitPath), view, READERS);
    }
}
