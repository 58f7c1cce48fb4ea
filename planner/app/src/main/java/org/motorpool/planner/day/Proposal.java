package org.motorpool.planner.day;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerEvent.Bound;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;
import org.motorpool.planner.contract.PlannerEvent.ProposedOrder;
import org.motorpool.planner.contract.PlannerEvent.Unserved;
import org.motorpool.planner.search.CostBound.Relaxation;
import org.motorpool.planner.search.day.Cost;
import org.motorpool.planner.search.day.CostTerm;

/** Adds up the days of a plan to the event that dispatch reads. */
final class Proposal {

    private final SolvePlan command;
    private final List<ProposedOrder> orders = new ArrayList<>();
    private final List<Unserved> unserved = new ArrayList<>();
    private final Map<CostTerm, Long> terms_fen = new HashMap<>();
    private HardMediumSoftScore score = HardMediumSoftScore.ZERO;
    private long bound_fen;
    private int vehicles;
    private Relaxation relaxation = Relaxation.COLUMN_GENERATION;

    Proposal(SolvePlan command) {
        this.command = command;
    }

    void add(DayOutcome day) {
        orders.addAll(new DayOrders(day).orders());
        unserved.addAll(day.unserved());
        day.solution().cost().terms_fen().forEach((term, fen) -> terms_fen.merge(term, fen, Long::sum));
        terms_fen.remove(CostTerm.UNSERVED);
        score = score.add(day.score());
        bound_fen += day.bound().cost().cost();
        vehicles = Math.max(vehicles, day.bound().vehicles());
        if (day.bound().cost().relaxation() == Relaxation.NETWORK_FLOW) {
            relaxation = Relaxation.NETWORK_FLOW;
        }
    }

    /** What vehicles are promised for by the days so far. */
    Map<String, List<DayApi.Window>> promised() {
        Map<String, List<DayApi.Window>> windows = new HashMap<>();
        orders.forEach(order -> windows.computeIfAbsent(order.vehicleId().toString(), _ -> new ArrayList<>())
                .add(new DayApi.Window(order.period().from(), order.period().to())));
        return windows;
    }

    long cost_fen() {
        return terms_fen.values().stream().mapToLong(Long::longValue).sum();
    }

    int served() {
        return orders.size();
    }

    PlanProposed event(long solved_ms) {
        orders.sort(Comparator.comparing(order -> order.period().from()));
        return new PlanProposed(
                command.planId(),
                command.planningUnit(),
                orders,
                unserved,
                score.toString(),
                cost_fen(),
                solved_ms,
                bound(),
                DayAnswers.terms(new Cost(terms_fen)));
    }

    private Bound bound() {
        double gap_percent = bound_fen <= 0 ? 0 : 100.0 * (cost_fen() - bound_fen) / bound_fen;
        return new Bound(bound_fen, Math.round(100 * gap_percent) / 100.0, relaxation.code(), vehicles);
    }
}
