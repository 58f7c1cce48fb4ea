package org.motorpool.dispatch.compliance;

/** How far the disposal of a vehicle has come. */
public enum DisposalStatus {
    /** 已申请. */
    APPLIED,
    /** 已评估. */
    APPRAISED,
    /** 已批准. */
    APPROVED,
    /** 不予批准. */
    REJECTED,
    /** 已实施. */
    EXECUTED,
    /** 收入已上缴. */
    INCOME_POSTED,
    /** 已注销或过户: from here on the quota is free. */
    DEREGISTERED,
    /** 已办结. */
    CLOSED,
    /** 已撤回. */
    CANCELLED;

    /** Whether the disposal is approved and was not given up: the vehicle may be renewed. */
    public boolean isApproved() {
        return switch (this) {
            case APPROVED, EXECUTED, INCOME_POSTED, DEREGISTERED, CLOSED -> true;
            case APPLIED, APPRAISED, REJECTED, CANCELLED -> false;
        };
    }
}
