package org.motorpool.dispatch.sharing;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.sharing.store.AgreementRows;

/** Says of agreements whose time is over that they are; no use is allowed by one past its last day in any case. */
@Singleton
class AgreementExpiry {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final AgreementRows agreements;
    private final AgreementService service;
    private final AgreementTold told;
    private final Clock clock;

    AgreementExpiry(
            Ticker ticker,
            ScopedTransactions transactions,
            AgreementRows agreements,
            AgreementService service,
            AgreementTold told,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.agreements = agreements;
        this.service = service;
        this.told = told;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        ticker.every(PERIOD, "the expiry of agreements", this::expire);
    }

    Uni<Void> expire() {
        return transactions.inTransaction(Scope.SYSTEM, session -> agreements
                .lockOver(session, Days.today(clock))
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(agreement -> expire(session, agreement))
                .collect()
                .last());
    }

    private Uni<Void> expire(Mutiny.Session session, Agreement before) {
        return agreements
                .move(session, before.id(), AgreementStatus.EXPIRED)
                .chain(() -> service.get(session, before.id()))
                .chain(after -> told.tell(session, Scope.SYSTEM, "agreement-expired", before, after));
    }
}
