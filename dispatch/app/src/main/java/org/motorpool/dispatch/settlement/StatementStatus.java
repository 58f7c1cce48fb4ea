package org.motorpool.dispatch.settlement;

import java.util.Set;

/** Where a statement 结算单 stands, and where it may go from there. */
public enum StatementStatus {
    /** 草稿: being drawn up by the payee. */
    DRAFT,
    /** 已开具: nothing of it changes any more; the dispute clock runs. */
    ISSUED,
    /** 已确认, by the payer or because the clock ran out. */
    CONFIRMED,
    /** 有争议: a line of it waits for the payee's resolution. */
    DISPUTED,
    /** 已结清, with a voucher. */
    SETTLED;

    /** Whether a statement may go from this status to the other one. */
    public boolean mayBecome(StatementStatus next) {
        return followers().contains(next);
    }

    private Set<StatementStatus> followers() {
        return switch (this) {
            case DRAFT -> Set.of(ISSUED);
            case ISSUED -> Set.of(CONFIRMED, DISPUTED);
            case DISPUTED -> Set.of(CONFIRMED);
            case CONFIRMED -> Set.of(SETTLED);
            case SETTLED -> Set.of();
        };
    }
}
