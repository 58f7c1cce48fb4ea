package org.motorpool.planner.bench.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.day.DayCheck;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DaySearch;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.DispatchDay;
import org.motorpool.planner.search.day.GreatCircle;

/** Plans of made days, each checked by the referee. */
class DaySearchTest {

    private static LongStream seeds() {
        return LongStream.range(1, 7);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsEveryRuleAndCountsEveryFen(long seed) {
        DayFacts facts = MadeDay.of(250, 90, seed);
        DaySolution first = solve(facts, Budget.ofSteps(1), seed);
        DaySolution solution = solve(facts, Budget.ofSteps(1_500), seed);
        assertThat(DispatchDayReferee.cost(facts, new GreatCircle(facts.places()), solution))
                .isEqualTo(solution.cost().terms_fen());
        assertThat(solution.cost().total_fen()).isLessThan(first.cost().total_fen());
    }

    @Test
    void makesTheSamePlanOfTheSameSeed() {
        DayFacts facts = MadeDay.of(120, 60, 5);
        assertThat(solve(facts, Budget.ofSteps(500), 9)).isEqualTo(solve(facts, Budget.ofSteps(500), 9));
    }

    @Test
    void getsBetterFromPlanToPlan() {
        DayFacts facts = MadeDay.of(120, 60, 5);
        List<Long> costs_fen = new ArrayList<>();
        new DaySearch(day(facts), 1).solve(Budget.ofSteps(500), found -> costs_fen.add(found.total_fen()));
        assertThat(costs_fen).hasSizeGreaterThan(2).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void endsWhenItIsStopped() {
        DayFacts facts = MadeDay.of(60, 40, 5);
        DaySolution solution = solve(facts, Budget.ofSteps(Long.MAX_VALUE).or(() -> true), 1);
        assertThat(solution.steps()).isZero();
        DispatchDayReferee.cost(facts, new GreatCircle(facts.places()), solution);
    }

    private static DaySolution solve(DayFacts facts, Budget budget, long seed) {
        return new DaySearch(day(facts), seed).solve(budget, _ -> {});
    }

    private static DispatchDay day(DayFacts facts) {
        DayCheck.Checked checked = DayCheck.check(facts, new GreatCircle(facts.places()));
        assertThat(checked).isInstanceOf(DayCheck.Checked.Accepted.class);
        DayCheck.Checked.Accepted accepted = (DayCheck.Checked.Accepted) checked;
        assertThat(accepted.faults()).isEmpty();
        return accepted.day();
    }
}
