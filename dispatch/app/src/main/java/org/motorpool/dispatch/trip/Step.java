package org.motorpool.dispatch.trip;

import org.motorpool.dispatch.assignment.OrderStatus;

/** What a driver reports, in this order. */
public enum Step {
    /** 接单. */
    ACCEPT,
    /** 出车. */
    DEPART,
    /** 到达. */
    ARRIVE,
    /** 收车. */
    RETURN;

    /** Where the step takes the order. */
    OrderStatus outcome() {
        return switch (this) {
            case ACCEPT -> OrderStatus.ACCEPTED;
            case DEPART -> OrderStatus.DEPARTED;
            case ARRIVE -> OrderStatus.ARRIVED;
            case RETURN -> OrderStatus.RETURNED;
        };
    }

    /** Whether the driver reads the odometer. */
    boolean needsOdometer() {
        return switch (this) {
            case DEPART, RETURN -> true;
            case ACCEPT, ARRIVE -> false;
        };
    }
}
