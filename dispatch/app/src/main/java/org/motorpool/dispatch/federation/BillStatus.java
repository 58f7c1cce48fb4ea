package org.motorpool.dispatch.federation;

/** Where a monthly bill across regions stands. */
public enum BillStatus {
    /** 已出账. */
    ISSUED,
    /** 有争议: at least one of its lines. */
    DISPUTED,
    /** 已确认. */
    CONFIRMED,
    /** 已结清. */
    SETTLED
}
