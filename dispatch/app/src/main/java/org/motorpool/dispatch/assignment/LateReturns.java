package org.motorpool.dispatch.assignment;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.assignment.store.Conflicts;
import org.motorpool.dispatch.assignment.store.OrderRules;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.RequestLife;

/**
 * Vehicles that are not back in time 逾期未还: the period of their order is extended as far as the next promise allows, and the
 * orders that cannot be kept then are told to their dispatchers, who decide. It is due in the database, not in memory.
 */
@Singleton
class LateReturns {

    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final int BATCH = 50;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Conflicts conflicts;
    private final OrderRules rules;
    private final OrderLife life;
    private final RequestLife requests;
    private final OrderActs acts;
    private final Push push;
    private final Clock clock;

    LateReturns(
            Ticker ticker,
            ScopedTransactions transactions,
            Conflicts conflicts,
            OrderRules rules,
            OrderLife life,
            RequestLife requests,
            OrderActs acts,
            Push push,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.conflicts = conflicts;
        this.rules = rules;
        this.life = life;
        this.requests = requests;
        this.acts = acts;
        this.push = push;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "late returns", this::extendOverdue);
    }

    private Uni<Void> extendOverdue() {
        Instant now = clock.instant();
        return transactions
                .inTransaction(Scope.SYSTEM, session -> extendOverdue(session, now))
                .invoke(changed -> changed.forEach(order -> push.tell(order.change())))
                .replaceWithVoid();
    }

    private Uni<List<VehicleOrder>> extendOverdue(Mutiny.Session session, Instant now) {
        return conflicts.lockOverdue(session, now, BATCH).chain(ids -> Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> extend(session, id, now))
                .collect()
                .in(ArrayList<VehicleOrder>::new, ArrayList::addAll)
                .map(List::copyOf));
    }

    /** The order and those it now keeps from beginning. */
    private Uni<List<VehicleOrder>> extend(Mutiny.Session session, UUID id, Instant now) {
        return life.get(session, id).chain(late -> requests.get(
                        session, late.view().requestId())
                .chain(request -> rules.get(
                        session, OrderRule.Key.LATE_EXTENSION, request.view().regionCode(), Days.of(now)))
                .chain(rule -> extend(session, late, now, now.plus(rule.length()))));
    }

    private Uni<List<VehicleOrder>> extend(Mutiny.Session session, VehicleOrder late, Instant now, Instant wanted) {
        return conflicts
                .findNextStart(session, late)
                .map(next -> next.filter(wanted::isAfter).orElse(wanted))
                .chain(until -> conflicts.extend(session, late.id(), until, check(until, now, wanted)))
                .call(extended -> acts.tell(session, Scope.SYSTEM, "order-overdue", late, extended))
                .chain(extended -> conflicts
                        .markNext(session, extended, wanted)
                        .call(marked -> tellAll(session, marked))
                        .map(marked -> {
                            List<VehicleOrder> changed = new ArrayList<>(marked);
                            changed.add(extended);
                            return changed;
                        }));
    }

    /** When the extension runs out; where the next promise left no room, when it would have. */
    private static Instant check(Instant until, Instant now, Instant wanted) {
        return until.isAfter(now) ? until : wanted;
    }

    private Uni<Void> tellAll(Mutiny.Session session, List<VehicleOrder> marked) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (VehicleOrder order : marked) {
            told = told.chain(() -> acts.tell(session, Scope.SYSTEM, "order-in-conflict", order, order, "LATE_RETURN"));
        }
        return told;
    }
}
