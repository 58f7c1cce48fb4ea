package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.assignment.store.OpenOrders;
import org.motorpool.dispatch.contract.RecommendationApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;

/** Who should serve a request, into the running day of who dispatches; the assignment is a dispatcher's. */
@Singleton
public class RecommendationService {

    /** @param later orders after the planner's day that touch the use */
    private record Asked(UseRequest request, List<VehicleOrder> later) {

        /** Of the departure; of now when that is over. */
        LocalDate day(Instant now) {
            Instant departAt = request.view().departAt();
            return Days.of(departAt.isAfter(now) ? departAt : now);
        }

        Admission admission(DayCandidates candidates) {
            Set<UUID> vehicles =
                    later.stream().map(order -> order.view().vehicleId()).collect(Collectors.toSet());
            return Admission.of(request, candidates, vehicles);
        }
    }

    private final ScopedTransactions transactions;
    private final RequestLife requests;
    private final OpenOrders orders;
    private final RunningDays days;
    private final Planner planner;
    private final Clock clock;

    RecommendationService(
            ScopedTransactions transactions,
            RequestLife requests,
            OpenOrders orders,
            RunningDays days,
            Planner planner,
            Clock clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.orders = orders;
        this.days = days;
        this.planner = planner;
        this.clock = clock;
    }

    /**
     * The best pairs and why nobody else; problems {@code request-unknown}, {@code request-state}, {@code order-in-past}, {@code planner-unavailable}, and
     * what is wrong with the request in the planner's eyes.
     *
     * @param limit so many of the best
     * @param others so many vehicles named of each group of others
     */
    public Uni<RecommendationApi.Recommendations> recommend(Scope scope, UUID requestId, int limit, int others) {
        return advice(scope, requestId, limit)
                .chain(advice -> shared(scope, advice, limit).map(shared -> advice.view(others, shared)));
    }

    private Uni<List<RecommendationApi.SharedRide>> shared(Scope scope, Advice advice, int limit) {
        Companions companions = new Companions(advice.request(), advice.day().candidates());
        List<UUID> asked = companions.asked();
        return asked.isEmpty()
                ? Uni.createFrom().item(List.of())
                : transactions
                        .inTransaction(scope, session -> requests.listByIds(session, asked))
                        .map(known -> companions.list(known, limit));
    }

    /** Every vehicle that is not among the best, by plate. */
    public Uni<List<RecommendationApi.Other>> others(Scope scope, UUID requestId, int limit) {
        return advice(scope, requestId, limit).map(Advice::others);
    }

    private Uni<Advice> advice(Scope scope, UUID requestId, int limit) {
        return transactions
                .inTransaction(scope, session -> asked(session, scope, requestId))
                .chain(asked -> days.get(scope, asked.day(clock.instant())).chain(day -> ask(asked, day, limit)
                        .onFailure(Planner.Forgotten.class)
                        .recoverWithUni(() -> days.again(scope, day).chain(anew -> ask(asked, anew, limit)))))
                .onFailure(Planner.Forgotten.class)
                .transform(Planner::silent);
    }

    private Uni<Asked> asked(Mutiny.Session session, Scope scope, UUID requestId) {
        return requests.get(session, requestId)
                .map(request -> requireWaiting(requireOwn(request, scope)))
                .invoke(request -> Assigning.requireNotOver(request.view(), clock.instant()))
                .chain(request -> later(session, request).map(later -> new Asked(request, later)));
    }

    /** Who only lends a vehicle does not dispatch the request. */
    private static UseRequest requireOwn(UseRequest request, Scope scope) {
        if (!scope.covers(request.unitPath())) {
            throw RequestLife.unknown(request.id());
        }
        return request;
    }

    /** For a vehicle, or, before departure, for another one: its own broke down, or will be late. */
    private static UseRequest requireWaiting(UseRequest request) {
        return request.status() == RequestStatus.ASSIGNED ? request : request.requireMayBecome(RequestStatus.ASSIGNED);
    }

    private Uni<List<VehicleOrder>> later(Mutiny.Session session, UseRequest request) {
        Instant end = Days.start(Days.of(request.view().departAt())).plus(DayCandidates.LENGTH);
        return request.view().returnAt().isAfter(end)
                ? orders.list(session, end, request.view().returnAt())
                : Uni.createFrom().item(List.of());
    }

    private Uni<Advice> ask(Asked asked, PlannedDay day, int limit) {
        Admission admission = asked.admission(day.candidates());
        DayApi.Ride ride = RideWords.of(asked.request(), day.unit(asked.request()), admission, null, day.candidates());
        return recommend(day, ride, limit).map(found -> new Advice(asked.request(), day, admission, found));
    }

    /** Where nobody can be in time, who can be there soonest; the expected start tells how late that is. */
    private Uni<DayAnswerApi.Recommendation> recommend(PlannedDay day, DayApi.Ride ride, int limit) {
        Instant now = day.takenAt();
        DayApi.Ride soon = RideWords.within(ride, now, RideWords.SOON);
        DayApi.Ride first = ride.pickupTime().from().isAfter(now) ? ride : soon;
        return planner.recommend(day, first, limit)
                .chain(found -> found.best().isEmpty() ? planner.recommend(day, soon, limit) : item(found))
                .chain(found -> found.best().isEmpty()
                        ? planner.recommend(day, RideWords.within(ride, now, RideWords.LATE), limit)
                        : item(found));
    }

    private static Uni<DayAnswerApi.Recommendation> item(DayAnswerApi.Recommendation found) {
        return Uni.createFrom().item(found);
    }
}
