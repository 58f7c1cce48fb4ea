package org.motorpool.dispatch.trip;

/** Where a trip stands. */
public enum TripStatus {
    /** 执行中: departed, not yet measured. */
    UNDERWAY,
    /** 已办结. */
    CLOSED
}
