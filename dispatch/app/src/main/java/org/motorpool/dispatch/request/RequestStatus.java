package org.motorpool.dispatch.request;

import java.util.Set;

/** Where a use request stands, and where it may go from there. */
public enum RequestStatus {
    /** 待审批. */
    SUBMITTED,
    /** 已批准, waits for a vehicle. */
    APPROVED,
    /** 已派车. */
    ASSIGNED,
    /** 执行中. */
    UNDERWAY,
    /** 已办结. */
    CLOSED,
    /** 已退回 to the requester. */
    RETURNED,
    /** 已驳回. */
    REJECTED,
    /** 已取消. */
    CANCELLED;

    /** Whether the request may go from this status to the other one. */
    public boolean mayBecome(RequestStatus next) {
        return followers().contains(next);
    }

    private Set<RequestStatus> followers() {
        return switch (this) {
            case SUBMITTED -> Set.of(APPROVED, RETURNED, REJECTED, CANCELLED);
            case APPROVED -> Set.of(ASSIGNED, CANCELLED);
            case ASSIGNED -> Set.of(UNDERWAY, APPROVED, CLOSED);
            case UNDERWAY -> Set.of(CLOSED);
            case RETURNED -> Set.of(SUBMITTED, CANCELLED);
            case CLOSED, REJECTED, CANCELLED -> Set.of();
        };
    }
}
