package org.motorpool.dispatch.assignment;

/** Who or what an order failed for; it decides who pays. */
public enum ReasonCode {
    /** 用车人. */
    REQUESTER,
    /** 车辆. */
    VEHICLE,
    /** 驾驶员. */
    DRIVER,
    /** 天气. */
    WEATHER,
    /** 应急征调 or the owner's own need. */
    PREEMPTED,
    /** 其他. */
    OTHER
}
