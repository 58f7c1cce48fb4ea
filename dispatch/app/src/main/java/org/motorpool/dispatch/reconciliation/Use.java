package org.motorpool.dispatch.reconciliation;

/** What kilometres are driven for; where two claim the same moment, the first of this list has it. */
public enum Use {
    /** 派车任务. */
    ORDER,
    /** 维修保养、检验. */
    MAINTENANCE,
    /** 加油、充电. */
    REFUELLING,
    /** 回场、调车. */
    REPOSITIONING,
    /** 未说明里程. */
    UNEXPLAINED
}
