package org.motorpool.dispatch.duty;

import java.util.Set;

/** Where a leave stands, and where it may go from there. */
public enum LeaveStatus {
    /** 待批. */
    ASKED,
    /** 已批准. */
    APPROVED,
    /** 已驳回. */
    REJECTED,
    /** 已撤回. */
    WITHDRAWN;

    boolean mayBecome(LeaveStatus next) {
        return switch (this) {
            case ASKED -> Set.of(APPROVED, REJECTED, WITHDRAWN).contains(next);
            case APPROVED -> next == WITHDRAWN;
            case REJECTED, WITHDRAWN -> false;
        };
    }
}
