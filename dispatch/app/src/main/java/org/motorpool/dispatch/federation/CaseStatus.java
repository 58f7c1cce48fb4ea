package org.motorpool.dispatch.federation;

import java.util.Set;

/** Where one side of a use across regions stands: inquiry → offer → booking → execution → settlement. */
public enum CaseStatus {
    /** 已询. */
    INQUIRED,
    /** 已报. */
    OFFERED,
    /** 已拒. */
    DECLINED,
    /** 预订中: home has taken the offer, the host has not answered yet. */
    BOOKING,
    /** 已订. */
    BOOKED,
    /** 已派. */
    ASSIGNED,
    /** 执行中. */
    UNDERWAY,
    /** 已完成: the vehicle is back. */
    COMPLETED,
    /** 已出账. */
    BILLED,
    /** 有争议. */
    DISPUTED,
    /** 已确认. */
    CONFIRMED,
    /** 已结清. */
    SETTLED,
    /** 取消中: home has cancelled, the host has not answered yet. */
    CANCELLING,
    /** 已取消. */
    CANCELLED,
    /** 已失效: the offer ended before it was taken. */
    EXPIRED;

    private static final Set<CaseStatus> BEFORE_BOOKING = Set.of(INQUIRED, OFFERED);
    private static final Set<CaseStatus> PROMISED = Set.of(BOOKED, ASSIGNED);
    private static final Set<CaseStatus> SERVED = Set.of(BOOKED, ASSIGNED, UNDERWAY, COMPLETED);
    private static final Set<CaseStatus> GIVEN_UP = Set.of(DECLINED, CANCELLED, EXPIRED);

    boolean isBeforeBooking() {
        return BEFORE_BOOKING.contains(this);
    }

    /** Promised, and not begun. */
    boolean isPromised() {
        return PROMISED.contains(this);
    }

    /** From the booking to the bill. */
    boolean isServed() {
        return SERVED.contains(this);
    }

    boolean isGivenUp() {
        return GIVEN_UP.contains(this);
    }
}
