package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestSeriesApi.NewSeries;
import org.motorpool.dispatch.contract.RequestSeriesApi.Series;
import org.motorpool.dispatch.contract.RequestSeriesApi.WeeklyRule;
import org.motorpool.dispatch.organisation.CalendarService;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.request.store.Requests;
import org.motorpool.dispatch.request.store.SeriesRows;

/** Recurring uses 周期用车: one linked request per day, submitted together, decided each by itself or as one. */
@Singleton
public class SeriesService {

    private final ScopedTransactions transactions;
    private final SeriesRows series;
    private final Requests requests;
    private final Submission submission;
    private final Judging judging;
    private final Approving approving;
    private final RequestService service;
    private final UnitService units;
    private final CalendarService calendar;
    private final IdempotencyKeys keys;
    private final Push push;
    private final Clock clock;

    SeriesService(
            ScopedTransactions transactions,
            SeriesRows series,
            Requests requests,
            Submission submission,
            Judging judging,
            Approving approving,
            RequestService service,
            UnitService units,
            CalendarService calendar,
            IdempotencyKeys keys,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.series = series;
        this.requests = requests;
        this.submission = submission;
        this.judging = judging;
        this.approving = approving;
        this.service = service;
        this.units = units;
        this.calendar = calendar;
        this.keys = keys;
        this.push = push;
        this.clock = clock;
    }

    /** A series with its requests, earliest first. */
    private record Whole(UUID id, WeeklyRule rule, List<UseRequest> requests) {

        Whole {
            requests = List.copyOf(requests);
        }

        Series view() {
            return new Series(id, rule, requests.stream().map(UseRequest::view).toList());
        }
    }

    private void pushAll(Whole whole) {
        whole.requests().forEach(request -> push.tell(request.change()));
    }

    /** Submit all requests of the rule, or none: the first that is refused is the problem. */
    public Uni<Series> submit(Scope scope, @Nullable NewSeries wanted, @Nullable String key) {
        NewRequest first = judging.requireWhole(wanted == null ? null : wanted.request());
        WeeklyRule rule = SeriesDays.require(wanted == null ? null : wanted.rule());
        UUID id = Ids.next();
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("series", first, rule), id),
                                () -> create(session, scope, id, first, rule),
                                before -> find(session, before)))
                .invoke(made -> {
                    if (made.id().equals(id)) {
                        pushAll(made);
                    }
                })
                .map(Whole::view);
    }

    private Uni<Whole> create(Mutiny.Session session, Scope scope, UUID id, NewRequest first, WeeklyRule rule) {
        LocalDate day = Days.of(first.departAt());
        return units.get(session, first.unitId())
                .chain(unit -> series.add(session, scope, new SeriesRows.Begun(id, unit, rule, clock.instant())))
                .chain(() -> calendar.workingDays(session, day, day.plusDays(SeriesDays.HORIZON)))
                .map(workingDays -> SeriesDays.of(rule, day, workingDays))
                .invoke(days -> requireApart(first, days))
                .chain(days -> Multi.createFrom()
                        .iterable(days)
                        .onItem()
                        .transformToUniAndConcatenate(each -> submission.create(
                                session, scope, new Submission.Draft(Ids.next(), on(each, day, first), id, false)))
                        .collect()
                        .asList())
                .map(made -> new Whole(id, rule, made));
    }

    /** The same hours on another day; China has no daylight saving. */
    private NewRequest on(LocalDate day, LocalDate firstDay, NewRequest first) {
        Duration later = Duration.ofDays(ChronoUnit.DAYS.between(firstDay, day));
        return judging.requireWhole(
                Shifted.to(first, first.departAt().plus(later), first.returnAt().plus(later)));
    }

    private static void requireApart(NewRequest first, List<LocalDate> days) {
        Duration use = Duration.between(first.departAt(), first.returnAt());
        for (int i = 1; i < days.size(); i++) {
            long gap = ChronoUnit.DAYS.between(days.get(i - 1), days.get(i));
            if (use.compareTo(Duration.ofDays(gap)) >= 0) {
                throw DetailRules.overlap(
                                "rule.byDay",
                                Days.start(days.get(i)),
                                Days.start(days.get(i - 1)).plus(use))
                        .asException();
            }
        }
    }

    /** The series in scope; problem {@code series-unknown}. */
    public Uni<Series> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> find(session, id)).map(Whole::view);
    }

    private Uni<Whole> find(Mutiny.Session session, UUID id) {
        return series.find(session, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "series-unknown",
                                "周期用车 %s 不存在或不在您的管理范围内".formatted(id),
                                "series %s does not exist or is outside your scope".formatted(id))
                        .asException()))
                .chain(rule -> requests.listSeries(session, id, SeriesDays.MOST).map(all -> new Whole(id, rule, all)));
    }

    /** Decide as one on all that wait: the same decision for each, all of them or none. */
    public Uni<Series> decide(Scope scope, RequestService.On on, @Nullable NewDecision wanted) {
        Ruling ruling = Ruling.of(wanted);
        return all(
                scope,
                on,
                List.of("series-decision", on.id(), ruling),
                (session, request) -> approving.decide(session, scope, request, ruling),
                SeriesService::waits);
    }

    /** Cancel all that have no vehicle and have not ended. */
    public Uni<Series> cancel(Scope scope, RequestService.On on) {
        return all(
                scope,
                on,
                List.of("series-cancel", on.id()),
                (session, request) -> service.cancel(session, scope, request),
                request -> request.status().mayBecome(RequestStatus.CANCELLED));
    }

    private static boolean waits(UseRequest request) {
        return request.status() == RequestStatus.SUBMITTED || request.awaitsPaper();
    }

    private interface Act {
        Uni<UseRequest> on(Mutiny.Session session, UseRequest request);
    }

    private Uni<Series> all(
            Scope scope, RequestService.On on, Object body, Act act, Function<UseRequest, Boolean> concerned) {
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(scope.accountId(), on.key(), body, on.id()),
                                () -> find(session, on.id())
                                        .chain(found -> Multi.createFrom()
                                                .iterable(found.requests())
                                                .onItem()
                                                .transformToUniAndConcatenate(
                                                        each -> service.lockOwned(session, scope, each.id())
                                                                .chain(request -> concerned.apply(request)
                                                                        ? act.on(session, request)
                                                                        : Uni.createFrom()
                                                                                .item(request)))
                                                .collect()
                                                .asList())
                                        .chain(() -> find(session, on.id())),
                                id -> find(session, id)))
                .invoke(this::pushAll)
                .map(Whole::view);
    }
}
