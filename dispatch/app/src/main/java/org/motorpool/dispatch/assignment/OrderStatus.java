package org.motorpool.dispatch.assignment;

import java.util.Set;

/** Where an order stands, and where it may go from there. */
public enum OrderStatus {
    /** 已派. */
    ASSIGNED,
    /** 已接受. */
    ACCEPTED,
    /** 已出车. */
    DEPARTED,
    /** 已到达. */
    ARRIVED,
    /** 已收车, not yet measured. */
    RETURNED,
    /** 已办结. */
    CLOSED,
    /** 已取消. */
    CANCELLED,
    /** 用车人未到: over without its passengers; what was driven is measured all the same. */
    NO_SHOW;

    /** Whether the order may go from this status to the other one. */
    public boolean mayBecome(OrderStatus next) {
        return followers().contains(next);
    }

    /** Promised and not departed: may be given to another vehicle or driver. */
    public boolean isWaiting() {
        return this == ASSIGNED || this == ACCEPTED;
    }

    /** On the road: another vehicle may only take over. */
    public boolean isUnderway() {
        return this == DEPARTED || this == ARRIVED;
    }

    private Set<OrderStatus> followers() {
        return switch (this) {
            case ASSIGNED -> Set.of(ACCEPTED, CANCELLED, NO_SHOW);
            case ACCEPTED -> Set.of(DEPARTED, CANCELLED, NO_SHOW);
            case DEPARTED -> Set.of(ARRIVED, NO_SHOW);
            case ARRIVED -> Set.of(RETURNED, NO_SHOW);
            case RETURNED -> Set.of(CLOSED);
            case CLOSED, CANCELLED, NO_SHOW -> Set.of();
        };
    }
}
