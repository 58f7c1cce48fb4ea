package org.motorpool.dispatch.supervision;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.SupervisionApi.RunReport;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.supervision.detector.Day;
import org.motorpool.dispatch.supervision.detector.Lead;
import org.motorpool.dispatch.supervision.detector.Track;
import org.motorpool.dispatch.supervision.detector.VehicleFacts;
import org.motorpool.dispatch.supervision.store.DetectorRules;
import org.motorpool.dispatch.supervision.store.Facts;

/**
 * Judges a subtree of units on a day, page by page: a page of facts is read in a transaction, tracks are asked for and judged outside
 * of any, and the findings of the page are written in another. It may be repeated; nothing is raised twice.
 */
@Singleton
class SupervisionRun {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 100;

    /** How far back workdays are counted. */
    private static final int REMEMBERED_DAYS = 400;

    private final ScopedTransactions transactions;
    private final HolidayService calendar;
    private final DetectorRules rules;
    private final Facts facts;
    private final VehicleTracks tracks;
    private final Raising raising;
    private final SupervisionConfig config;
    private final Clock clock;

    SupervisionRun(
            ScopedTransactions transactions,
            HolidayService calendar,
            DetectorRules rules,
            Facts facts,
            VehicleTracks tracks,
            Raising raising,
            SupervisionConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.calendar = calendar;
        this.rules = rules;
        this.facts = facts;
        this.tracks = tracks;
        this.raising = raising;
        this.config = config;
        this.clock = clock;
    }

    /** What a vehicle gave. */
    private record Judged(List<Lead> leads, int tracks, int untold) {}

    private record Page(UUID last, boolean full, RunReport report) {}

    /** Judge the units at and below the path. */
    Uni<RunReport> over(String path, LocalDate date) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> bench(session, path, date))
                .chain(bench -> pages(after -> vehicles(bench, path, after), date)
                        .chain(vehicles ->
                                pages(after -> units(bench, path, after), date).map(units -> sum(vehicles, units))));
    }

    private Uni<Bench> bench(Mutiny.Session session, String path, LocalDate date) {
        return rules.inForce(session, date).map(Rules::of).chain(inForce -> calendar.around(
                        session, date.minusDays(REMEMBERED_DAYS), date)
                .map(known -> Day.of(date, clock.instant(), known))
                .chain(day -> facts.recordsSince(session).chain(since -> facts.peers(session, path, day)
                        .map(peers -> new Bench(inForce, day.with(List.of(), since, peers))))));
    }

    private static Uni<RunReport> pages(Function<UUID, Uni<Page>> page, LocalDate date) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(FIRST), last -> page.apply(last.get())
                        .invoke(read -> last.set(read.last())))
                .whilst(Page::full)
                .map(Page::report)
                .collect()
                .with(Collectors.reducing(new RunReport(date, 0, 0, 0, 0), SupervisionRun::sum));
    }

    private Uni<Page> vehicles(Bench bench, String path, UUID after) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> facts.listVehicles(session, path, bench.day(), after, PAGE))
                .chain(found -> judgeAll(bench, found).chain(judged -> raising.raise(leads(judged))
                        .map(raised -> new Page(
                                found.isEmpty()
                                        ? after
                                        : found.getLast().vehicle().id(),
                                found.size() == PAGE,
                                new RunReport(
                                        bench.day().date(),
                                        found.size(),
                                        judged.stream().mapToInt(Judged::tracks).sum(),
                                        judged.stream().mapToInt(Judged::untold).sum(),
                                        raised)))));
    }

    private static List<Lead> leads(List<Judged> judged) {
        return judged.stream().flatMap(one -> one.leads().stream()).toList();
    }

    private Uni<Page> units(Bench bench, String path, UUID after) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> facts.listUnits(session, path, bench.day(), after, PAGE))
                .chain(found -> raising.raise(found.stream()
                                .flatMap(unit -> bench.judge(unit).stream())
                                .toList())
                        .map(raised -> new Page(
                                found.isEmpty() ? after : found.getLast().id(),
                                found.size() == PAGE,
                                new RunReport(bench.day().date(), 0, 0, 0, raised))));
    }

    /** Telematics answers on a thread of its own and judging takes a worker; the transactions need the context this began on. */
    private Uni<List<Judged>> judgeAll(Bench bench, List<VehicleFacts> found) {
        Context context = Vertx.currentContext();
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUni(vehicle -> judge(bench, vehicle))
                .merge(config.tracksAtOnce())
                .collect()
                .asList()
                .emitOn(task -> context.runOnContext(_ -> task.run()));
    }

    private Uni<Judged> judge(Bench bench, VehicleFacts vehicle) {
        Uni<Judged> judged = VehicleTracks.hasTrack(vehicle, bench.day())
                ? tracks.find(vehicle.vehicle().id(), bench.day())
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(track -> judge(bench, vehicle, track))
                : Uni.createFrom().item(() -> new Judged(bench.judge(vehicle, Track.NONE), 0, 0));
        return judged.onFailure(RuntimeException.class)
                .transform(bug -> new IllegalStateException(
                        "vehicle %s cannot be judged"
                                .formatted(vehicle.vehicle().id()),
                        bug));
    }

    private static Judged judge(Bench bench, VehicleFacts vehicle, Optional<Track> track) {
        return new Judged(
                bench.judge(vehicle, track.orElse(Track.NONE)), track.isPresent() ? 1 : 0, track.isPresent() ? 0 : 1);
    }

    private static RunReport sum(RunReport one, RunReport other) {
        return new RunReport(
                one.day(),
                one.vehicles() + other.vehicles(),
                one.tracks() + other.tracks(),
                one.untold() + other.untold(),
                one.raised() + other.raised());
    }
}
