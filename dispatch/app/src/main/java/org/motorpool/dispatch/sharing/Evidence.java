package org.motorpool.dispatch.sharing;

/** What proves a use. */
public enum Evidence {
    /** 里程表 at departure and return. */
    ODOMETER,
    /** 轨迹摘要. */
    TRACK_DIGEST,
    /** 通行、停车票据. */
    TOLLS,
    /** 用车人确认. */
    CONFIRMATION
}
