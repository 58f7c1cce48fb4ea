package org.motorpool.dispatch.request;

/** What a rule means for a submission. */
public enum Severity {
    /** It is refused. */
    REFUSE,
    /** It needs a justification. */
    WARN,
    /** It is told, and nothing more. */
    INFO
}
