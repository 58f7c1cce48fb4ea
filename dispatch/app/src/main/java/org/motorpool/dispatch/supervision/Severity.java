package org.motorpool.dispatch.supervision;

/** How urgent a finding is; the later, the more. */
public enum Severity {
    /** 提示. */
    INFO,
    /** 黄色. */
    YELLOW,
    /** 红色. */
    RED
}
