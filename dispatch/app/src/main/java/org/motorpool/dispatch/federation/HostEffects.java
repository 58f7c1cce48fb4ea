package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.OrderChange;
import org.motorpool.dispatch.assignment.ReasonCode;
import org.motorpool.dispatch.assignment.RentalLife;
import org.motorpool.dispatch.assignment.Requisition;
import org.motorpool.dispatch.contract.FederationMessage.Billed;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Inquired;
import org.motorpool.dispatch.contract.FederationMessage.NoShow;
import org.motorpool.dispatch.contract.FederationMessage.UseConfirmed;
import org.motorpool.dispatch.contract.OrderActApi.Cancellation;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.OperationRequests;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.Agreement;
import org.motorpool.dispatch.sharing.Agreements;
import org.motorpool.dispatch.sharing.Evidence;

/** What a case does at the host: a guest has a request of the host's own, which its dispatcher gives a vehicle like any other. */
@Singleton
class HostEffects {

    private static final String APPROVED_AT_HOME = "属地已审批 approved at home";

    private static final String WHY = "跨区域用车取消";

    private final RequestLife requests;
    private final OperationRequests guests;
    private final Requisition orders;
    private final RentalLife rentals;
    private final Agreements agreements;
    private final Prices prices;
    private final Cases cases;

    HostEffects(
            RequestLife requests,
            OperationRequests guests,
            Requisition orders,
            RentalLife rentals,
            Agreements agreements,
            Prices prices,
            Cases cases) {
        this.requests = requests;
        this.guests = guests;
        this.orders = orders;
        this.rentals = rentals;
        this.agreements = agreements;
        this.prices = prices;
        this.cases = cases;
    }

    Uni<Moved> apply(Mutiny.Session session, Scope by, Moved moved, Effect effect) {
        return switch (effect) {
            case ADMIT_GUEST ->
                admit(session, moved.to())
                        .map(id -> new Moved(moved.to().withRequest(id), moved.send(), moved.effects()));
            case DISMISS_GUEST -> dismiss(session, by, moved.to()).replaceWith(moved);
            case BILL -> bill(session, moved);
            case HOLD_REQUEST,
                    SHOW_ORDER,
                    BEGIN_REQUEST,
                    SHOW_RETURN,
                    CLOSE_REQUEST,
                    END_REQUEST,
                    RELEASE_REQUEST,
                    REOPEN,
                    RECKON,
                    FILE_BILL -> throw new IllegalArgumentException("%s does not concern a guest".formatted(effect));
        };
    }

    private Uni<UUID> admit(Mutiny.Session session, ServiceCase side) {
        Scope guest = new Scope(
                Scope.SYSTEM.accountId(),
                Scope.SYSTEM.username(),
                side.facts().inquiry().contact(),
                side.unitId(),
                side.unitPath(),
                Set.of("REQUESTER"));
        return guests.submitApproved(session, guest, request(side), APPROVED_AT_HOME)
                .map(UseRequest::id);
    }

    private static NewRequest request(ServiceCase side) {
        Inquired inquiry = side.facts().inquiry();
        return new NewRequest(
                side.unitId(),
                "跨区域保障 %s（%s）".formatted(inquiry.caseNumber(), side.peerName()),
                inquiry.category(),
                inquiry.passengers(),
                inquiry.pickup(),
                inquiry.dropoff(),
                side.startsAt(),
                side.endsAt(),
                null,
                null,
                null,
                null,
                null,
                APPROVED_AT_HOME,
                null,
                null);
    }

    private Uni<Void> dismiss(Mutiny.Session session, Scope by, ServiceCase side) {
        UUID id = side.requestId();
        if (id == null) {
            return Uni.createFrom().voidItem();
        }
        return requests.get(session, id).chain(guest -> dismiss(session, by, side, guest));
    }

    /** One that is gone already stays gone; problem {@code case-state} of one that is on the road or back. */
    private Uni<Void> dismiss(Mutiny.Session session, Scope by, ServiceCase side, UseRequest guest) {
        return switch (guest.status()) {
            case ASSIGNED ->
                free(session, by, guest)
                        .chain(_ -> guests.cancel(session, by, guest.id()))
                        .replaceWithVoid();
            case SUBMITTED, APPROVED, RETURNED ->
                guests.cancel(session, by, guest.id()).replaceWithVoid();
            case CANCELLED, REJECTED -> Uni.createFrom().voidItem();
            case UNDERWAY, CLOSED -> throw CaseActs.state(side);
        };
    }

    private Uni<UseRequest> free(Mutiny.Session session, Scope by, UseRequest guest) {
        UUID id = guest.view().order().id();
        return RentalLife.serves(guest)
                ? rentals.cancel(session, by, id, new Cancellation(WHY, ReasonCode.REQUESTER.name()))
                : orders.withdraw(session, by, id, WHY).map(OrderChange::request);
    }

    /** Once, when all the evidence is there that the agreement asks for. */
    private Uni<Moved> bill(Mutiny.Session session, Moved moved) {
        ServiceCase side = moved.to();
        Evidenced evidence = side.facts().find(Evidenced.class).orElse(null);
        if (evidence == null || side.facts().has(Billed.class)) {
            return Uni.createFrom().item(moved);
        }
        return agreements
                .find(session, side.agreementId())
                .map(found -> found.orElseThrow(
                        () -> new IllegalStateException("no agreement %s".formatted(side.agreementNumber()))))
                .chain(agreement -> isProven(side, agreement)
                        ? prices.bill(session, agreement, side.facts(), evidence)
                                .map(billed -> billing(moved, billed))
                                .call(_ -> cases.lookAtExpenses(session, side.id()))
                        : Uni.createFrom().item(moved));
    }

    /** Nobody confirms a use that did not come about. */
    private static boolean isProven(ServiceCase side, Agreement agreement) {
        boolean confirmation = agreement.view().terms().evidence().contains(Evidence.CONFIRMATION.name());
        return !confirmation
                || side.facts().has(UseConfirmed.class)
                || side.facts().has(NoShow.class);
    }

    private static Moved billing(Moved moved, Billed billed) {
        Moved after = HostLogic.bill(moved.to(), billed);
        return new Moved(after.to(), moved.send(), moved.effects()).sending(billed);
    }
}
