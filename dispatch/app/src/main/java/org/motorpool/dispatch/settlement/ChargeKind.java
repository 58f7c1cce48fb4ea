package org.motorpool.dispatch.settlement;

/** What a charge is for. */
public enum ChargeKind {
    /** 使用: the trip as it was driven. */
    USE,
    /** 补计: an expense that was entered after the use was charged. */
    SUPPLEMENT,
    /** 取消: by the requester, later than is free. */
    CANCELLATION,
    /** 未到: the requester did not appear. */
    NO_SHOW
}
