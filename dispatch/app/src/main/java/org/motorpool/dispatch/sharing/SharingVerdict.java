package org.motorpool.dispatch.sharing;

import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/** Whether a request may have another unit's vehicle. */
public sealed interface SharingVerdict {
    /** The vehicle is the unit's own. */
    record Own() implements SharingVerdict {}

    /** An offer covers the use. */
    record Offered(PoolOffer offer) implements SharingVerdict {}

    /** An agreement covers the use, as far as its caps have room. */
    record Agreed(Agreement agreement) implements SharingVerdict {}

    /** Nothing covers it. */
    record Refused(Violation violation) implements SharingVerdict {}
}
