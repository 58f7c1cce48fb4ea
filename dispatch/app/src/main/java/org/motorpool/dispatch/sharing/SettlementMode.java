package org.motorpool.dispatch.sharing;

/** When the uses under an agreement are settled. */
public enum SettlementMode {
    /** 一车一结. */
    PER_USE,
    /** 一事一结. */
    PER_MATTER,
    /** 月结. */
    MONTHLY
}
