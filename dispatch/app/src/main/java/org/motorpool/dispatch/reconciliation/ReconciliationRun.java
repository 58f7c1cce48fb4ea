package org.motorpool.dispatch.reconciliation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.MileageApi.RunReport;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.reconciliation.store.Attributions;
import org.motorpool.dispatch.reconciliation.store.DayFactsRows;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/**
 * Attributes a day of the vehicles of a subtree, page by page: facts are read in a transaction, tracks asked for outside of any, and
 * results written in another. It may be repeated; what is found again changes nothing, what is new becomes a revision.
 */
@Singleton
class ReconciliationRun {

    private static final Logger LOG = Logger.getLogger(ReconciliationRun.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 100;

    private final ScopedTransactions transactions;
    private final DayFactsRows facts;
    private final DayTracks tracks;
    private final Attributions attributions;
    private final Changes changes;
    private final ReconciliationConfig config;
    private final Clock clock;

    ReconciliationRun(
            ScopedTransactions transactions,
            DayFactsRows facts,
            DayTracks tracks,
            Attributions attributions,
            Changes changes,
            ReconciliationConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.facts = facts;
        this.tracks = tracks;
        this.attributions = attributions;
        this.changes = changes;
        this.config = config;
        this.clock = clock;
    }

    private record Page(UUID last, boolean full, RunReport report) {}

    /** Attribute the day for the units at and below the path. */
    Uni<RunReport> over(String path, LocalDate day) {
        Window window = Window.of(day, clock.instant());
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(FIRST), last -> page(path, window, Objects.requireNonNull(last.get()))
                        .invoke(read -> last.set(read.last())))
                .whilst(Page::full)
                .map(Page::report)
                .collect()
                .with(Collectors.reducing(new RunReport(day, 0, 0, 0), ReconciliationRun::sum));
    }

    private Uni<Page> page(String path, Window window, UUID after) {
        return transactions
                .inTransaction(
                        Scope.SYSTEM, session -> facts.list(session, path, window.from(), window.to(), after, PAGE))
                .chain(found -> attributeAll(found, window).chain(results -> keep(window.day(), results)
                        .map(changed -> new Page(
                                found.isEmpty() ? after : found.getLast().id(),
                                found.size() == PAGE,
                                new RunReport(window.day(), found.size(), found.size() - results.size(), changed)))));
    }

    /** Telematics answers on a thread of its own and attributing takes a worker; the transactions need the context this began on. */
    private Uni<List<Result>> attributeAll(List<DayFacts> found, Window window) {
        Context context = Vertx.currentContext();
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUni(vehicle -> attribute(vehicle, window))
                .merge(config.tracksAtOnce())
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList()
                .emitOn(task -> context.runOnContext(_ -> task.run()));
    }

    /** Empty when telematics does not tell: what was found before stays. */
    private Uni<Optional<Result>> attribute(DayFacts vehicle, Window window) {
        return tracks.list(vehicle, window)
                .chain(track -> tracks.before_m(vehicle, window)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(before_m -> Optional.of(attribute(vehicle, window, track, before_m))))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("vehicle %s of %s not attributed: %s", vehicle.id(), window.day(), failure);
                    return Optional.empty();
                });
    }

    private Result attribute(DayFacts vehicle, Window window, List<TrackPoint> track, long before_m) {
        Course tracked = Course.of(track, Duration.ofMinutes(vehicle.rule().silence_minutes()));
        Course course = Unseen.add(tracked, vehicle.readings(), vehicle.rule(), before_m, window.from(), window.to());
        List<Claim> claims = Claims.of(vehicle, track, clock.instant());
        return Result.of(vehicle, window.day(), Attribution.of(course, claims, window.from(), window.to()));
    }

    private Uni<Integer> keep(LocalDate day, List<Result> results) {
        return transactions.inTransaction(Scope.SYSTEM, session -> attributions
                .queueUp(session, day)
                .chain(() -> attributions.keep(session, day, results, clock.instant()))
                .call(revised -> tell(session, revised))
                .map(List::size));
    }

    /** The first result of a day is no news; another one is. */
    private Uni<Void> tell(Mutiny.Session session, List<Attributions.Revised> revised) {
        return Multi.createFrom()
                .iterable(revised)
                .filter(each -> each.revision() > 1)
                .onItem()
                .transformToUniAndConcatenate(each -> changes.tell(session, Scope.SYSTEM, change(each)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static StateChange change(Attributions.Revised revised) {
        Result result = revised.result();
        return new StateChange(
                "mileage",
                result.vehicleId(),
                result.vehicleId(),
                result.day() + " #" + revised.revision(),
                "mileage-revised",
                "%d m".formatted(revised.totalBefore_m()),
                "%d m, unexplained %d m".formatted(result.total_m(), result.metres(Use.UNEXPLAINED)));
    }

    private static RunReport sum(RunReport one, RunReport other) {
        return new RunReport(
                one.day(),
                one.vehicles() + other.vehicles(),
                one.untold() + other.untold(),
                one.changed() + other.changed());
    }
}
