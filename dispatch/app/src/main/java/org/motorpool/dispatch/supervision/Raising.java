package org.motorpool.dispatch.supervision;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.supervision.detector.Lead;
import org.motorpool.dispatch.supervision.store.Findings;

/** Makes findings of leads, one per episode, each with the event that tells of it. */
@Singleton
class Raising {

    private final ScopedTransactions transactions;
    private final Findings findings;
    private final Outbox outbox;
    private final Clock clock;

    Raising(ScopedTransactions transactions, Findings findings, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.findings = findings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** How many are new; all of the leads in one transaction. */
    Uni<Integer> raise(List<Lead> leads) {
        return leads.isEmpty()
                ? Uni.createFrom().item(0)
                : transactions.inTransaction(Scope.SYSTEM, session -> raise(session, leads));
    }

    private Uni<Integer> raise(Mutiny.Session session, List<Lead> leads) {
        return Multi.createFrom()
                .iterable(leads)
                .onItem()
                .transformToUniAndConcatenate(lead -> raise(session, lead))
                .filter(isNew -> isNew)
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<Boolean> raise(Mutiny.Session session, Lead lead) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        LocalDate dueOn = Days.of(now).plusDays(lead.rule().deadlineDays());
        return findings.raise(session, id, lead, now, dueOn)
                .call(isNew -> isNew
                        ? outbox.add(session, opened(id, lead, now, dueOn))
                        : Uni.createFrom().voidItem());
    }

    private static DispatchEvent opened(UUID id, Lead lead, Instant now, LocalDate dueOn) {
        return new DispatchEvent.FindingOpened(
                Ids.next(),
                id,
                now,
                lead.rule().detector(),
                lead.severity().name(),
                lead.unitId(),
                lead.vehicleId(),
                dueOn);
    }
}
