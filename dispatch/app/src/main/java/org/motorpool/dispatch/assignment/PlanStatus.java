package org.motorpool.dispatch.assignment;

/** Where a plan stands. */
public enum PlanStatus {
    /** The planner is at work. */
    SOLVING,
    /** Waits for a dispatcher to commit it. */
    PROPOSED,
    /** Every item was assigned or refused. */
    COMMITTED,
    /** The planner could not plan. */
    FAILED
}
