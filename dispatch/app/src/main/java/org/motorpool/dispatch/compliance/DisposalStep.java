package org.motorpool.dispatch.compliance;

import java.time.LocalDate;

/** A step of a disposal, with what it needs; every field checked in itself, see {@link DisposalForm}. */
public sealed interface DisposalStep {

    /** 评估. */
    record Appraise(long appraised_fen, String appraisedBy) implements DisposalStep {}

    /** 批准. */
    record Approve(String documentNumber) implements DisposalStep {}

    /** 不予批准. */
    record Reject(String reason) implements DisposalStep {}

    /** 公示, from the first to the last day. */
    record Notice(LocalDate from, LocalDate to) implements DisposalStep {}

    /** 实施: sold, handed over, scrapped. */
    record Execute(LocalDate on) implements DisposalStep {}

    /** 收入上缴国库. */
    record PostIncome(long income_fen, String treasuryReceipt, LocalDate on) implements DisposalStep {}

    /** 注销登记, or 过户 to the receiving unit. */
    record Deregister(String deregistrationNumber, LocalDate on) implements DisposalStep {}

    /** 办结. */
    record Close() implements DisposalStep {}

    /** 撤回. */
    record Cancel(String reason) implements DisposalStep {}

    /** Its name over REST. */
    default Kind kind() {
        return switch (this) {
            case Appraise _ -> Kind.APPRAISE;
            case Approve _ -> Kind.APPROVE;
            case Reject _ -> Kind.REJECT;
            case Notice _ -> Kind.NOTICE;
            case Execute _ -> Kind.EXECUTE;
            case PostIncome _ -> Kind.POST_INCOME;
            case Deregister _ -> Kind.DEREGISTER;
            case Close _ -> Kind.CLOSE;
            case Cancel _ -> Kind.CANCEL;
        };
    }

    /** The kinds of steps, in the order in which a disposal takes them. */
    enum Kind {
        APPRAISE,
        APPROVE,
        REJECT,
        NOTICE,
        EXECUTE,
        POST_INCOME,
        DEREGISTER,
        CLOSE,
        CANCEL;

        /** Whether it decides: who decides did not apply. */
        public boolean isDecision() {
            return this == APPROVE || this == REJECT;
        }
    }
}
