package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.FederationMessage.Billed;
import org.motorpool.dispatch.contract.FederationMessage.Collected;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Supplemented;
import org.motorpool.dispatch.contract.OrderApi.OrderSummary;
import org.motorpool.dispatch.federation.store.Bills;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.Agreements;

/**
 * What a case does to the traveller's request. While it is booked, the request has its vehicle: nobody at home assigns another. What
 * no longer fits the request, which people may have changed meanwhile, is left out.
 */
@Singleton
class HomeEffects {

    private static final String ELSEWHERE =
            "用车申请已另行安排或已取消 the request has been provided for otherwise, or is cancelled";

    private final RequestLife requests;
    private final Prices prices;
    private final Cases cases;
    private final Bills bills;
    private final Agreements agreements;
    private final UnitService units;
    private final Clock clock;

    HomeEffects(
            RequestLife requests,
            Prices prices,
            Cases cases,
            Bills bills,
            Agreements agreements,
            UnitService units,
            Clock clock) {
        this.requests = requests;
        this.prices = prices;
        this.cases = cases;
        this.bills = bills;
        this.agreements = agreements;
        this.units = units;
        this.clock = clock;
    }

    Uni<Moved> apply(Mutiny.Session session, Moved moved, Effect effect) {
        return switch (effect) {
            case REOPEN -> reopen(session, moved);
            case RECKON -> reckon(session, moved);
            case FILE_BILL -> fileBill(session, moved.to()).replaceWith(moved);
            case HOLD_REQUEST, SHOW_ORDER, BEGIN_REQUEST, SHOW_RETURN, CLOSE_REQUEST, END_REQUEST, RELEASE_REQUEST ->
                request(session, moved, effect);
            case ADMIT_GUEST, DISMISS_GUEST, BILL ->
                throw new IllegalArgumentException("%s does not concern home".formatted(effect));
        };
    }

    private Uni<Moved> request(Mutiny.Session session, Moved moved, Effect effect) {
        UUID id = moved.to().requestId();
        return id == null
                ? Uni.createFrom().item(moved)
                : requests.get(session, id)
                        .chain(request -> follow(session, moved.to(), request, effect))
                        .replaceWith(moved);
    }

    private Uni<Void> follow(Mutiny.Session session, ServiceCase side, UseRequest request, Effect effect) {
        return switch (effect) {
            case HOLD_REQUEST ->
                requests.lockForAssignment(session, request.id())
                        .chain(_ -> show(session, side, request))
                        .replaceWithVoid();
            case SHOW_ORDER -> showNext(session, side, request);
            case BEGIN_REQUEST -> move(session, request, RequestStatus.UNDERWAY, "DEPARTED");
            case SHOW_RETURN ->
                requests.showOrderStatus(session, request.id(), "RETURNED").replaceWithVoid();
            case CLOSE_REQUEST -> move(session, request, RequestStatus.CLOSED, "CLOSED");
            case END_REQUEST -> move(session, request, RequestStatus.CLOSED, "NO_SHOW");
            case RELEASE_REQUEST ->
                request.status() == RequestStatus.ASSIGNED
                        ? requests.release(session, Scope.SYSTEM, request.id()).replaceWithVoid()
                        : nothing();
            case REOPEN, RECKON, FILE_BILL, ADMIT_GUEST, DISMISS_GUEST, BILL ->
                throw new IllegalArgumentException("%s does not concern a request at home".formatted(effect));
        };
    }

    /** Another vehicle may take over on the road 换车. */
    private Uni<Void> showNext(Mutiny.Session session, ServiceCase side, UseRequest request) {
        return switch (request.status()) {
            case ASSIGNED -> show(session, side, request);
            case UNDERWAY -> requests.follow(session, request.id(), shown(side)).replaceWithVoid();
            case SUBMITTED, APPROVED, RETURNED, REJECTED, CANCELLED, CLOSED -> nothing();
        };
    }

    private Uni<Void> move(Mutiny.Session session, UseRequest request, RequestStatus next, String orderStatus) {
        return request.status().mayBecome(next)
                ? requests.move(session, Scope.SYSTEM, request.id(), next, orderStatus)
                        .replaceWithVoid()
                : nothing();
    }

    /** The request shows the host's vehicle and driver, or the booking before there are any. */
    private Uni<Void> show(Mutiny.Session session, ServiceCase side, UseRequest request) {
        return requests.assign(session, request.id(), shown(side)).replaceWithVoid();
    }

    private static org.motorpool.dispatch.request.Assigned shown(ServiceCase side) {
        Assigned assigned = side.facts().find(Assigned.class).orElse(null);
        OrderSummary summary = new OrderSummary(
                side.id(),
                assigned == null ? side.number() : assigned.orderNumber(),
                assigned == null ? "BOOKED" : "ASSIGNED",
                assigned == null ? "" : assigned.plate(),
                assigned == null ? "" : assigned.energyType(),
                side.peerName(),
                assigned == null ? "" : assigned.driverName());
        return new org.motorpool.dispatch.request.Assigned(summary, "CROSS_REGION", side.unitId(), side.unitPath());
    }

    /** A traveller who is driven otherwise by now, or has asked elsewhere, does not come. */
    private Uni<Moved> reopen(Mutiny.Session session, Moved moved) {
        ServiceCase side = moved.to();
        UUID requestId = Objects.requireNonNull(side.requestId());
        return requests.get(session, requestId)
                .chain(request -> cases.findOfRequest(session, requestId)
                        .map(last -> request.status() == RequestStatus.APPROVED
                                && last.orElseThrow().id().equals(side.id())))
                .map(waits -> waits ? moved : HomeLogic.cancel(side, ELSEWHERE));
    }

    private Uni<Moved> reckon(Mutiny.Session session, Moved moved) {
        ServiceCase side = moved.to();
        Evidenced evidence = side.facts().find(Evidenced.class).orElse(null);
        Billed bill = side.facts().find(Billed.class).orElse(null);
        Supplemented supplement = side.facts().find(Supplemented.class).orElse(null);
        if (bill == null || evidence == null && supplement == null) {
            return Uni.createFrom().item(moved);
        }
        Uni<Long> expected = supplement == null
                ? prices.reckon_fen(session, bill, side.facts(), Objects.requireNonNull(evidence))
                : prices.reckon_fen(session, bill, supplement);
        return expected.map(fen -> new Moved(side.with(side.facts().expecting(fen)), moved.send(), moved.effects()));
    }

    /** The bill of the first of its uses that comes in is the bill of all of them. */
    private Uni<Void> fileBill(Mutiny.Session session, ServiceCase side) {
        Collected collected = side.facts().find(Collected.class).orElseThrow();
        return agreements
                .find(session, side.agreementId())
                .map(found -> Openings.partyOf(found.orElseThrow(), side.ownCode()))
                .chain(party -> units.get(session, party.unitId()))
                .chain(own -> bills.add(session, bill(own, side, collected)))
                .replaceWithVoid();
    }

    private RegionBill bill(Unit own, ServiceCase side, Collected collected) {
        return new RegionBill(
                Ids.next(),
                collected.billId(),
                collected.billNumber(),
                CaseRole.HOME,
                own.id(),
                own.path(),
                side.ownCode(),
                side.peerCode(),
                side.peerName(),
                side.agreementId(),
                side.agreementNumber(),
                collected.month(),
                collected.matter(),
                collected.uses(),
                collected.total_fen(),
                collected.confirmBy(),
                clock.instant());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
