package org.motorpool.dispatch.federation;

/** What a step of a case does to the rest of its own installation, in the same transaction. */
enum Effect {
    /** Home: the request has its vehicle, or rather a booking of one. */
    HOLD_REQUEST,
    /** Home: the request shows the host's vehicle and driver. */
    SHOW_ORDER,
    /** Home: the traveller is on the way. */
    BEGIN_REQUEST,
    /** Home: the vehicle is back. */
    SHOW_RETURN,
    /** Home: driven and proven. */
    CLOSE_REQUEST,
    /** Home: over without its passengers. */
    END_REQUEST,
    /** Home: the request waits for another vehicle. */
    RELEASE_REQUEST,
    /** Home: what the host withdrew is offered again, if the request still waits. */
    REOPEN,
    /** Home: what the bill should be by the evidence. */
    RECKON,
    /** Home: the bill of the month or matter the use is on is on file. */
    FILE_BILL,
    /** Host: a request of its own for the guest, which its dispatcher gives a vehicle. */
    ADMIT_GUEST,
    /** Host: the guest does not come; order and request are cancelled. */
    DISMISS_GUEST,
    /** Host: price the use and send the bill, when its evidence is complete. */
    BILL
}
