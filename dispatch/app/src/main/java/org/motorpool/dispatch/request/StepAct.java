package org.motorpool.dispatch.request;

/** What time does to an open step of an approval. */
public enum StepAct {
    /** 催办. */
    REMIND,
    /** 升级: the unit above decides. */
    ESCALATE,
    /** 失效: the request ends. */
    LAPSE
}
