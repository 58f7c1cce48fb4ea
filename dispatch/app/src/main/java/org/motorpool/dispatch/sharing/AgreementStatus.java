package org.motorpool.dispatch.sharing;

/** The life of an agreement 协议. */
public enum AgreementStatus {
    /** 草拟. */
    DRAFT,
    /** 已提出: for the other parties to sign; it does not change any more. */
    OFFERED,
    /** 生效: signed by all. */
    IN_FORCE,
    /** 终止: by a party, before its time. */
    ENDED,
    /** 到期. */
    EXPIRED;

    /** Whether an agreement of this status may get the other. */
    public boolean mayBecome(AgreementStatus next) {
        return switch (this) {
            case DRAFT -> next == OFFERED || next == ENDED;
            case OFFERED -> next == IN_FORCE || next == ENDED;
            case IN_FORCE -> next == ENDED || next == EXPIRED;
            case ENDED, EXPIRED -> false;
        };
    }
}
