package org.motorpool.planner.search.day;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.search.day.Recommendation.Reason;

/** Tries one ride in every route of a running plan. */
final class Recommender {

    private static final long CANNOT = Long.MAX_VALUE;

    private final DayPlan plan;
    private final DispatchDay day;
    private final Insertion insertion;
    private final Crews crews;
    private final long[] added_fen;
    private final Obstacle[] obstacle;
    private final @Nullable Shortage[] shortage;

    Recommender(DayPlan plan, Crews crews) {
        this.plan = plan;
        this.day = plan.day;
        this.insertion = new Insertion(plan, null);
        this.crews = crews;
        this.added_fen = new long[plan.route.length];
        this.obstacle = new Obstacle[plan.route.length];
        this.shortage = new Shortage[plan.route.length];
    }

    /** @param most so many of the best */
    Recommendation recommend(int ride, int most) {
        for (int vehicle = 0; vehicle < added_fen.length; vehicle++) {
            consider(vehicle, ride);
        }
        int[] best = best(most);
        List<Option> options = new ArrayList<>();
        for (int vehicle : best) {
            options.add(option(vehicle, ride));
        }
        return new Recommendation(options, others(best));
    }

    private void consider(int vehicle, int ride) {
        added_fen[vehicle] = CANNOT;
        shortage[vehicle] = null;
        if (day.rides.allowed[ride].get(vehicle)) {
            look(vehicle, ride);
            obstacle[vehicle] = insertion.obstacle();
            shortage[vehicle] = insertion.shortage();
            added_fen[vehicle] = insertion.isFound() ? insertion.added_fen() : CANNOT;
        } else {
            obstacle[vehicle] = day.findRefusal(vehicle, ride).orElse(Obstacle.PINNED);
        }
    }

    /** Leaves the best place in the route with the insertion. */
    private void look(int vehicle, int ride) {
        insertion.begin(ride, CANNOT);
        Route route = plan.route[vehicle];
        if (!route.isEmpty()) {
            insertion.tryRoute(route);
        }
        crews.tryDrivers(insertion, route);
    }

    private int[] best(int most) {
        int[] chosen = new int[most];
        int count = 0;
        for (int vehicle = 0; vehicle < added_fen.length; vehicle++) {
            if (added_fen[vehicle] == CANNOT || count == most && added_fen[vehicle] >= added_fen[chosen[most - 1]]) {
                continue;
            }
            int at = count < most ? count++ : most - 1;
            while (at > 0 && added_fen[chosen[at - 1]] > added_fen[vehicle]) {
                chosen[at] = chosen[--at];
            }
            chosen[at] = vehicle;
        }
        return Arrays.copyOf(chosen, count);
    }

    private Option option(int vehicle, int ride) {
        look(vehicle, ride);
        Route then = insertion.drive();
        Route now = plan.route[vehicle];
        long[] terms_fen = new long[CostTerm.COUNT];
        for (int term = 0; term < CostTerm.COUNT; term++) {
            terms_fen[term] = then.terms_fen[term] - now.terms_fen[term];
        }
        terms_fen[CostTerm.DRIVER.ordinal()] += insertion.again_fen();
        terms_fen[CostTerm.FAIRNESS.ordinal()] += plan.balance.added_fen(vehicle, ride);
        terms_fen[CostTerm.HANDOVER.ordinal()] +=
                insertion.added_fen() - Arrays.stream(terms_fen).sum();
        return new Option(vehicle, insertion.driver(), then.begin_s[then.indexOf(2 * ride)], Cost.of(terms_fen));
    }

    private Map<Integer, Reason> others(int[] best) {
        Map<Integer, Reason> others = HashMap.newHashMap(added_fen.length);
        long least_fen = best.length == 0 ? 0 : added_fen[best[0]];
        for (int vehicle = 0; vehicle < added_fen.length; vehicle++) {
            others.put(
                    vehicle,
                    added_fen[vehicle] == CANNOT
                            ? new Reason.Refused(obstacle[vehicle], shortage[vehicle])
                            : new Reason.Dearer(added_fen[vehicle] - least_fen));
        }
        for (int vehicle : best) {
            others.remove(vehicle);
        }
        return others;
    }

    /** The vehicle with so much more in its battery; empty when that does not help. */
    Optional<Option> recommendCharged(int ride, int vehicle, int more_m) {
        Progress parked = plan.route[vehicle].progress;
        parked.range_m += more_m;
        consider(vehicle, ride);
        Optional<Option> option = added_fen[vehicle] == CANNOT ? Optional.empty() : Optional.of(option(vehicle, ride));
        parked.range_m -= more_m;
        return option;
    }

    /** Puts the ride where it adds least, if anywhere for less than its absence costs. */
    boolean place(int ride) {
        int best = DayFacts.NONE;
        long least_fen = day.rides.absent_fen[ride];
        for (int vehicle = 0; vehicle < added_fen.length; vehicle++) {
            consider(vehicle, ride);
            if (added_fen[vehicle] < least_fen) {
                least_fen = added_fen[vehicle];
                best = vehicle;
            }
        }
        if (best != DayFacts.NONE) {
            look(best, ride);
            plan.insert(insertion);
        }
        return best != DayFacts.NONE;
    }
}
