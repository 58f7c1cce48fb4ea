package org.motorpool.dispatch.sharing;

/** Whether an offer still stands. */
public enum OfferStatus {
    /** 共享中. */
    OPEN,
    /** 已撤回: no new use; what was lent under it stays lent. */
    WITHDRAWN
}
