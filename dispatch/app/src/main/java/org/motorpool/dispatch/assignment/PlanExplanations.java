package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.store.Plans;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RecommendationApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;

/**
 * Why a plan serves a request as it does, or does not: the planner is given the day of the request as the plan would have it, beside the
 * orders there are.
 */
@Singleton
public class PlanExplanations {

    /** What the plan proposes stays; the price itself is not shown. */
    private static final long STAYS_FEN = 10_000_000;

    private record Asked(UseRequest request, RidePlan plan, List<UseRequest> planned, DayCandidates candidates) {

        PlannedDay day() {
            DayTask task = new DayTask(candidates.withOrders(otherOrders()));
            DayApi.Weights weights = new DayApi.Weights(
                    task.km_fen(), null, null, null, null, null, null, null, null, STAYS_FEN, null, null);
            DayApi.Facts facts = task.facts(Ids.next().toString(), Instant.EPOCH, rides(), weights);
            String name = "plan.%s.%s".formatted(plan.id(), candidates.day());
            return new PlannedDay(name, plan.view().createdAt(), candidates, facts);
        }

        /** Orders that came of the plan itself are what it proposed. */
        private List<VehicleOrder> otherOrders() {
            Set<UUID> own = planned.stream().map(UseRequest::id).collect(Collectors.toSet());
            return candidates.orders().stream()
                    .filter(order -> !own.contains(order.view().requestId()))
                    .toList();
        }

        private List<DayApi.Ride> rides() {
            Map<UUID, OrderApi.PlanItem> items = plan.view().items().stream()
                    .collect(Collectors.toMap(OrderApi.PlanItem::requestId, Function.identity()));
            return planned.stream()
                    .map(each -> RideWords.shared(
                            RideWords.of(
                                    each,
                                    each.unitCode(),
                                    Admission.of(each, candidates),
                                    promise(items.get(each.id())),
                                    candidates),
                            each,
                            candidates.pooling()))
                    .toList();
        }

        private static DayApi.@Nullable Promise promise(OrderApi.@Nullable PlanItem item) {
            return item == null
                    ? null
                    : new DayApi.Promise(
                            item.vehicleId().toString(), item.driverId().toString(), false);
        }
    }

    private final ScopedTransactions transactions;
    private final Plans plans;
    private final RequestLife requests;
    private final DayFinder finder;
    private final Planner planner;

    PlanExplanations(
            ScopedTransactions transactions, Plans plans, RequestLife requests, DayFinder finder, Planner planner) {
        this.transactions = transactions;
        this.plans = plans;
        this.requests = requests;
        this.finder = finder;
        this.planner = planner;
    }

    /** Problems {@code plan-unknown}, {@code plan-state}, {@code request-not-planned}, {@code planner-unavailable}. */
    public Uni<RecommendationApi.Explanation> explain(Scope scope, UUID planId, UUID requestId) {
        return transactions
                .inTransaction(scope, session -> asked(session, scope, planId, requestId))
                .chain(asked -> explain(asked.day(), asked.request()));
    }

    private Uni<RecommendationApi.Explanation> explain(PlannedDay day, UseRequest request) {
        return planner.put(day)
                .chain(() -> planner.explain(day, request.id().toString()))
                .onFailure(Planner.Forgotten.class)
                .transform(Planner::silent)
                .map(found -> view(found, new Pairs(day), request.id()));
    }

    private Uni<Asked> asked(Mutiny.Session session, Scope scope, UUID planId, UUID requestId) {
        return plans.find(session, planId)
                .map(found ->
                        found.orElseThrow(() -> PlanService.unknown(planId)).requireCommittable())
                .chain(plan -> requests.listByIds(session, requestIds(plan))
                        .chain(planned -> asked(session, scope, plan, named(planned, requestId), planned)));
    }

    private Uni<Asked> asked(
            Mutiny.Session session, Scope scope, RidePlan plan, UseRequest request, List<UseRequest> planned) {
        LocalDate day = Days.of(request.view().departAt());
        List<UseRequest> sameDay = planned.stream()
                .filter(each -> Days.of(each.view().departAt()).equals(day))
                .toList();
        return finder.find(session, scope, day).map(candidates -> new Asked(request, plan, sameDay, candidates));
    }

    private static List<UUID> requestIds(RidePlan plan) {
        return Stream.concat(
                        plan.view().items().stream().map(OrderApi.PlanItem::requestId),
                        plan.view().unserved().stream().map(OrderApi.PlanUnserved::requestId))
                .toList();
    }

    private static UseRequest named(List<UseRequest> planned, UUID requestId) {
        Optional<UseRequest> found =
                planned.stream().filter(each -> each.id().equals(requestId)).findFirst();
        return found.orElseThrow(() -> Problem.notFound(
                        "request-not-planned",
                        "调度方案不包含用车申请 %s".formatted(requestId),
                        "the plan does not hold request %s".formatted(requestId))
                .asException());
    }

    private static RecommendationApi.Explanation view(DayAnswerApi.Explanation found, Pairs pairs, UUID requestId) {
        RecommendationApi.Pair chosen = pairs.pairOrNull(found.chosen());
        RecommendationApi.Pair runnerUp = pairs.pairOrNull(found.runnerUp());
        return new RecommendationApi.Explanation(
                requestId,
                chosen,
                runnerUp,
                chosen == null || runnerUp == null ? null : runnerUp.added_fen() - chosen.added_fen(),
                found.binding().stream()
                        .map(each ->
                                new RecommendationApi.Binding(each.code(), each.name(), each.nameEn(), each.vehicles()))
                        .toList(),
                pairs.pairOrNull(found.possible()),
                found.relaxations().stream().map(pairs::relaxation).toList(),
                found.fault() == null
                        ? null
                        : new RecommendationApi.Fault(
                                found.fault().code(), found.fault().reason()));
    }
}
