package org.motorpool.dispatch.federation;

import java.util.List;

/**
 * Where a bill of several uses stands, as its uses stand.
 *
 * @param uses how many have come in on this side
 * @param version grows with each change of a use
 */
public record BillStanding(int uses, int billed, int disputed, int confirmed, long total_fen, long version) {

    /** Of a bill whose uses have not come in yet. */
    static final BillStanding NONE = new BillStanding(0, 0, 0, 0, 0, 0);

    static BillStanding of(List<ServiceCase> uses) {
        return new BillStanding(
                uses.size(),
                count(uses, CaseStatus.BILLED),
                count(uses, CaseStatus.DISPUTED),
                count(uses, CaseStatus.CONFIRMED),
                uses.stream().mapToLong(ServiceCase::bill_fen).reduce(0, Math::addExact),
                uses.stream().mapToLong(use -> use.version() + 1).sum());
    }

    private static int count(List<ServiceCase> uses, CaseStatus status) {
        return (int) uses.stream().filter(use -> use.status() == status).count();
    }

    /** What is disputed goes before what is open, that before what is to be paid. */
    BillStatus status() {
        if (disputed > 0) {
            return BillStatus.DISPUTED;
        }
        if (billed > 0 || uses == 0) {
            return BillStatus.ISSUED;
        }
        return confirmed > 0 ? BillStatus.CONFIRMED : BillStatus.SETTLED;
    }
}
