package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.FederationMessage.Collected;
import org.motorpool.dispatch.federation.store.Bills;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.request.BusinessNumbers;
import org.motorpool.dispatch.sharing.Agreement;
import org.motorpool.dispatch.sharing.Agreements;

/** The host collects the uses of a month or a matter on one bill; each use tells home that it is on it. */
@Singleton
class BillDrawing {

    /** What is beyond goes on the next bill. */
    private static final int MOST_USES = 2000;

    private final Bills bills;
    private final Cases cases;
    private final Agreements agreements;
    private final UnitService units;
    private final BusinessNumbers numbers;
    private final Conversation conversation;
    private final Changes changes;
    private final Clock clock;

    BillDrawing(
            Bills bills,
            Cases cases,
            Agreements agreements,
            UnitService units,
            BusinessNumbers numbers,
            Conversation conversation,
            Changes changes,
            Clock clock) {
        this.bills = bills;
        this.cases = cases;
        this.agreements = agreements;
        this.units = units;
        this.numbers = numbers;
        this.conversation = conversation;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * False when there is nothing to collect, or the month's bill was drawn up before. A matter that is billed and has further uses, or
     * expenses that changed, gets a further bill.
     *
     * @param id of the bill, on both sides
     */
    Uni<Boolean> drawUp(Mutiny.Session session, Scope by, UUID id, ToCollect wanted) {
        return cases.lockToCollect(session, wanted, MOST_USES)
                .chain(uses -> uses.isEmpty()
                        ? Uni.createFrom().item(false)
                        : agreements
                                .find(session, wanted.agreementId())
                                .map(Optional::orElseThrow)
                                .chain(agreement -> bill(session, id, wanted, agreement, uses))
                                .chain(bill -> issue(session, by, bill, uses)));
    }

    private Uni<RegionBill> bill(
            Mutiny.Session session, UUID id, ToCollect wanted, Agreement agreement, List<ServiceCase> uses) {
        UUID unitId = Openings.partyOf(agreement, wanted.ownCode()).unitId();
        return units.get(session, unitId).chain(unit -> numbers.next(session, "KJ", unit.regionCode())
                .map(number -> new RegionBill(
                        id,
                        id,
                        number,
                        CaseRole.HOST,
                        unit.id(),
                        unit.path(),
                        wanted.ownCode(),
                        wanted.peerCode(),
                        uses.getFirst().peerName(),
                        agreement.id(),
                        agreement.view().number(),
                        wanted.month(),
                        wanted.matter(),
                        uses.size(),
                        BillStanding.of(uses).total_fen(),
                        clock.instant().plus(Duration.ofDays(Prices.confirmDays(agreement))),
                        clock.instant())));
    }

    private Uni<Boolean> issue(Mutiny.Session session, Scope by, RegionBill bill, List<ServiceCase> uses) {
        return bills.add(session, bill)
                .chain(fresh -> fresh
                        ? collect(session, by, bill, uses)
                                .chain(() -> changes.tell(session, by, issued(bill)))
                                .replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    private Uni<Void> collect(Mutiny.Session session, Scope by, RegionBill bill, List<ServiceCase> uses) {
        Collected collected = new Collected(
                bill.sharedId(),
                bill.number(),
                bill.month(),
                bill.matter(),
                bill.uses(),
                bill.issued_fen(),
                bill.confirmBy());
        return Multi.createFrom()
                .iterable(uses)
                .onItem()
                .transformToUniAndConcatenate(side ->
                        conversation.carryOut(session, by, side, HostLogic.collect(side, collected), "case-collected"))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static StateChange issued(RegionBill bill) {
        return new StateChange(
                "cross-region-bill",
                bill.id(),
                bill.id(),
                bill.number(),
                "bill-issued",
                null,
                "%s %d uses %d fen".formatted(BillStatus.ISSUED, bill.uses(), bill.issued_fen()));
    }
}
