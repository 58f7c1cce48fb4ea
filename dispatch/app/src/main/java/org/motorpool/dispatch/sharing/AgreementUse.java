package org.motorpool.dispatch.sharing;

/**
 * How much an agreement is used by one party of another already.
 *
 * @param vehicles most orders that overlap the planned use
 * @param uses that begin in the month of the planned use
 * @param distance_m of those
 * @param price_fen of those
 */
public record AgreementUse(long vehicles, long uses, long distance_m, long price_fen) {

    /** Not used yet. */
    public static final AgreementUse NONE = new AgreementUse(0, 0, 0, 0);
}
