package org.motorpool.dispatch.federation;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.contract.FederationMessage.Billed;
import org.motorpool.dispatch.contract.FederationMessage.ChangedVoucher;
import org.motorpool.dispatch.contract.FederationMessage.Voucher;
import org.motorpool.dispatch.federation.GuestOrders.Found;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.Due;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.sharing.Agreements;

/**
 * Expenses of a guest's use that come, are corrected or cancelled after its bill are billed by a case of its own. The database writes
 * down whose expenses changed, and the bill that it was made.
 */
@Singleton
class Supplementing {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Cases cases;
    private final GuestOrders orders;
    private final Agreements agreements;
    private final Prices prices;
    private final Openings openings;
    private final Conversation conversation;
    private final Clock clock;
    private final Due due = new Due("supplement_due", "case_id", Duration.ofSeconds(20));

    Supplementing(
            Ticker ticker,
            ScopedTransactions transactions,
            Cases cases,
            GuestOrders orders,
            Agreements agreements,
            Prices prices,
            Openings openings,
            Conversation conversation,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.cases = cases;
        this.orders = orders;
        this.agreements = agreements;
        this.prices = prices;
        this.openings = openings;
        this.conversation = conversation;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "supplements of guests' bills", () -> due.work(transactions, clock, this::supplement));
    }

    /** The use before what is due of it, as the bill does. */
    private Uni<Void> supplement(UUID id) {
        return transactions.inTransaction(Scope.SYSTEM, session -> cases.lock(session, id)
                .map(found -> found.orElseThrow())
                .chain(use -> due.lock(session, id)
                        .chain(waits -> waits
                                ? supplement(session, use).chain(() -> due.done(session, id))
                                : Uni.createFrom().voidItem())));
    }

    /** What has no bill yet is looked at again when it has. */
    private Uni<Void> supplement(Mutiny.Session session, ServiceCase use) {
        return use.bill().isEmpty()
                ? Uni.createFrom().voidItem()
                : orders.findWithVouchers(session, use)
                        .map(found -> found.map(Found::vouchers).orElse(List.of()))
                        .chain(now -> cases.lockLedger(session, use)
                                .chain(ledger -> supplement(session, use, Supplement.changed(ledger, now), now)));
    }

    private Uni<Void> supplement(
            Mutiny.Session session, ServiceCase use, List<ChangedVoucher> changed, List<Voucher> now) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : cases.save(
                                session,
                                use.with(use.facts().billing(now)),
                                use.lines().size())
                        .chain(_ -> agreements.find(session, use.agreementId()))
                        .chain(agreement -> prices.supplement(session, agreement.orElseThrow(), use, changed))
                        .chain(billed -> supplement(session, use, changed, billed));
    }

    /** Nothing is told of what is not passed through. */
    private Uni<Void> supplement(Mutiny.Session session, ServiceCase use, List<ChangedVoucher> changed, Billed billed) {
        return billed.lines().isEmpty()
                ? Uni.createFrom().voidItem()
                : openings.supplement(session, use, changed)
                        .call(side -> conversation.open(session, Scope.SYSTEM, side))
                        .chain(side -> conversation.carryOut(
                                session, Scope.SYSTEM, side, HostLogic.bill(side, billed), "case-supplemented"))
                        .replaceWithVoid();
    }
}
