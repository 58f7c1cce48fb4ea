package org.motorpool.dispatch.federation;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.FederationMessage.NoShow;
import org.motorpool.dispatch.contract.FederationMessage.Supplemented;
import org.motorpool.dispatch.contract.RegionBillApi.Bill;
import org.motorpool.dispatch.contract.RegionBillApi.BillFile;
import org.motorpool.dispatch.contract.RegionBillApi.BillUse;

/** A bill of several uses as people see it. */
public final class BillView {

    private static final Set<String> READERS = Set.of("APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR");

    private BillView() {}

    public static Bill of(RegionBill bill, BillStanding standing) {
        return new Bill(
                bill.id(),
                bill.sharedId(),
                bill.number(),
                bill.role().name(),
                standing.status().name(),
                bill.unitId(),
                bill.peerCode(),
                bill.peerName(),
                bill.agreementId(),
                bill.agreementNumber(),
                bill.month() == null ? null : YearMonth.from(bill.month()).toString(),
                bill.matter(),
                bill.uses(),
                bill.issued_fen(),
                standing.total_fen(),
                standing.uses() == bill.uses(),
                bill.confirmBy(),
                bill.issuedAt(),
                standing.version());
    }

    static BillFile file(RegionBill bill, List<ServiceCase> uses) {
        BillStanding standing = BillStanding.of(uses);
        return new BillFile(of(bill, standing), uses.stream().map(BillView::use).toList(), standing.version());
    }

    private static BillUse use(ServiceCase side) {
        return new BillUse(
                side.id(),
                side.sharedId(),
                side.facts().find(Supplemented.class).map(Supplemented::useId).orElse(null),
                side.number(),
                side.status().name(),
                side.startsAt(),
                side.endsAt(),
                side.facts().has(NoShow.class),
                side.bill_fen(),
                side.billDiffers(),
                side.lines(),
                side.facts().disputes());
    }

    static Push.Change change(RegionBill bill, BillStanding standing) {
        return new Push.Change("cross-region-bill", List.of(bill.unitPath()), of(bill, standing), READERS);
    }
}
