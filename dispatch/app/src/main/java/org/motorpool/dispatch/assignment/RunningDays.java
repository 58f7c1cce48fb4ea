package org.motorpool.dispatch.assignment;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.EnergyChanged;
import org.motorpool.planner.contract.DayApi;

/**
 * The running days the planner has: one per dispatching unit and date. An order, a charger or a battery that changes makes those it
 * concerns stale at once; what other replicas and registers change is seen after some seconds. A stale day is read anew by the next who asks, once for all who ask
 * meanwhile.
 */
@Singleton
class RunningDays {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST = 256;
    private static final String ORDER = "order";

    /** A day, and when it was begun to be read. */
    private record Kept(Uni<PlannedDay> day, Instant since) {}

    private record Key(String unitPath, LocalDate day) {

        boolean concerns(Push.Change change) {
            return change.unitPaths().stream().anyMatch(path -> path.startsWith(unitPath))
                    && (!(change.data() instanceof OrderApi.Order order) || touches(order));
        }

        /** Units above and below charge at the same places. */
        boolean concerns(EnergyChanged change) {
            return change.unitPath().startsWith(unitPath) || unitPath.startsWith(change.unitPath());
        }

        private boolean touches(OrderApi.Order order) {
            Instant midnight = Days.start(day);
            return order.from().isBefore(midnight.plus(DayCandidates.LENGTH))
                    && !order.to().isBefore(midnight);
        }
    }

    private final ScopedTransactions transactions;
    private final DayFinder finder;
    private final Planner planner;
    private final Push push;
    private final Clock clock;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    RunningDays(ScopedTransactions transactions, DayFinder finder, Planner planner, Push push, Clock clock) {
        this.transactions = transactions;
        this.finder = finder;
        this.planner = planner;
        this.push = push;
        this.clock = clock;
    }

    void listen(@Observes StartupEvent started) {
        push.listen(_ -> true, Set.of())
                .filter(change -> change.event().equals(ORDER))
                .onFailure()
                .invoke(this::forgetAll)
                .onFailure()
                .retry()
                .indefinitely()
                .subscribe()
                .with(this::changed);
    }

    void energyChanged(@Observes EnergyChanged change) {
        forget(change);
    }

    private synchronized void forget(EnergyChanged change) {
        kept.keySet().removeIf(key -> key.concerns(change));
    }

    private synchronized void forgetAll() {
        kept.clear();
    }

    /** Also a day that is just being read, since that may have begun before the change. */
    private synchronized void changed(Push.Change change) {
        kept.keySet().removeIf(key -> key.concerns(change));
    }

    /** The day as the planner has it, no older than the last change. */
    Uni<PlannedDay> get(Scope scope, LocalDate day) {
        return onContext(current(new Key(scope.unitPath(), day), () -> read(scope, day)));
    }

    /** The planner does not have this day any more: read and give it anew. */
    Uni<PlannedDay> again(Scope scope, PlannedDay forgotten) {
        LocalDate day = forgotten.candidates().day();
        forget(new Key(scope.unitPath(), day), forgotten);
        return get(scope, day);
    }

    private synchronized Uni<PlannedDay> current(Key key, Supplier<Uni<? extends PlannedDay>> reader) {
        Kept known = kept.get(key);
        if (known != null && isFresh(known)) {
            return known.day();
        }
        Uni<PlannedDay> day = Uni.createFrom()
                .deferred(reader)
                .onFailure()
                .invoke(() -> forget(key, null))
                .memoize()
                .indefinitely();
        kept.put(key, new Kept(day, clock.instant()));
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return day;
    }

    private boolean isFresh(Kept known) {
        return known.since().plus(FRESH).isAfter(clock.instant());
    }

    /** @param only when it still is this one */
    private synchronized void forget(Key key, @Nullable PlannedDay only) {
        Kept known = kept.get(key);
        if (known != null && (only == null || !known.since().isAfter(only.takenAt()))) {
            kept.remove(key);
        }
    }

    private Uni<PlannedDay> read(Scope scope, LocalDate day) {
        Instant now = clock.instant();
        return transactions
                .inTransaction(scope, session -> finder.find(session, scope, day))
                .map(candidates -> planned(scope, candidates, now))
                .call(planner::put);
    }

    private static PlannedDay planned(Scope scope, DayCandidates candidates, Instant now) {
        DayTask task = new DayTask(candidates);
        DayApi.Facts facts = task.facts(Ids.next().toString(), now, List.of(), new DayApi.Weights(task.km_fen()));
        return new PlannedDay("%s.%s".formatted(scope.unitId(), candidates.day()), now, candidates, facts);
    }

    /** Whoever read the day, each who waits goes on where they are. */
    private static Uni<PlannedDay> onContext(Uni<PlannedDay> day) {
        Context context = Vertx.currentContext();
        return context == null ? day : day.emitOn(task -> context.runOnContext(_ -> task.run()));
    }
}
