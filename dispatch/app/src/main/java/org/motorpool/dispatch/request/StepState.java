package org.motorpool.dispatch.request;

/** Where a step of an approval stands. */
public enum StepState {
    /** Others decide before. */
    WAITING,
    OPEN,
    APPROVED,
    RETURNED,
    REJECTED,
    /** Nobody decided in time. */
    LAPSED,
    /** An earlier step ended the round. */
    VOID
}
