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
    CANCELLED;

    /** Whether the order may go from this status to the other one. */
    public boolean mayBecome(OrderStatus next) {
        return followers().contains(next);
    }

    private Set<OrderStatus> followers() {
        return switch (this) {
            case ASSIGNED -> Set.of(ACCEPTED, CANCELLED);
            case ACCEPTED -> Set.of(DEPARTED, CANCELLED);
            case DEPARTED -> Set.of(ARRIVED);
            case ARRIVED -> Set.of(RETURNED);
            case RETURNED -> Set.of(CLOSED);
            case CLOSED, CANCELLED -> Set.of();
        };
    }
}
