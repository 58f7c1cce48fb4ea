package org.motorpool.dispatch.assignment;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.assignment.store.ReplanRules;
import org.motorpool.dispatch.assignment.store.Replans;
import org.motorpool.dispatch.contract.ReplanApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;

/**
 * Offers re-plans that nobody asked for: for orders that their vehicle, broken down or late, cannot serve, and for those it will be late
 * for by where it is now. Once per cause, and again only after a while; what was offered is in the database, not in memory.
 */
@Singleton
class ReplanOffers {

    private static final Logger LOG = Logger.getLogger(ReplanOffers.class);
    private static final Duration PERIOD = Duration.ofSeconds(15);

    /** In the name of the unit whose vehicle it is. */
    private record Offer(Scope scope, ReplanApi.DayEvent event) {}

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final ReplanCauses causes;
    private final ReplanService service;
    private final Replans replans;
    private final ReplanRules rules;
    private final UnitService units;
    private final Clock clock;

    ReplanOffers(
            Ticker ticker,
            ScopedTransactions transactions,
            ReplanCauses causes,
            ReplanService service,
            Replans replans,
            ReplanRules rules,
            UnitService units,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.causes = causes;
        this.service = service;
        this.replans = replans;
        this.rules = rules;
        this.units = units;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "re-plan offers", this::offer);
    }

    Uni<Void> offer() {
        return transactions
                .inTransaction(Scope.SYSTEM, this::due)
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::offer)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<List<Offer>> due(Mutiny.Session session) {
        Instant now = clock.instant();
        return causes.list(session, now).chain(found -> Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(cause -> due(session, cause, now))
                .collect()
                .asList());
    }

    /** Nothing when the cause is no longer one by the rule of its unit, or was offered lately. */
    private Uni<Offer> due(Mutiny.Session session, ReplanCauses.Cause cause, Instant now) {
        return units.get(session, cause.unitId()).chain(unit -> rules.get(session, unit.regionCode(), Days.of(now))
                .chain(rule -> cause.event(rule, now)
                        .map(event -> lately(session, cause.id(), now.minus(rule.again()))
                                .map(lately -> lately ? null : new Offer(scope(cause), event)))
                        .orElse(Uni.createFrom().nullItem())));
    }

    private Uni<Boolean> lately(Mutiny.Session session, UUID causeId, Instant since) {
        return replans.findLatest(session, causeId)
                .map(latest -> latest.filter(since::isBefore).isPresent());
    }

    private static Scope scope(ReplanCauses.Cause cause) {
        return new Scope(
                Scope.SYSTEM.accountId(),
                Scope.SYSTEM.username(),
                Scope.SYSTEM.name(),
                cause.unitId(),
                cause.unitPath(),
                Set.of("SYSTEM"));
    }

    /** One that cannot be offered keeps nobody else waiting. */
    private Uni<Replan> offer(Offer offer) {
        return service.offer(offer.scope(), offer.event())
                .onFailure()
                .invoke(failure -> LOG.warnf("no re-plan for %s: %s", offer.event(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
