package org.motorpool.dispatch.sharing;

/** How far a version of a tariff is. */
public enum TariffStatus {
    /** 草稿: nothing is priced by it. */
    DRAFT,
    /** 发布: in force in its period, and unchanged from then on. */
    PUBLISHED,
    /** 撤回: never published. */
    WITHDRAWN
}
