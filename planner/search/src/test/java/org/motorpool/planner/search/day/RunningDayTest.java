package org.motorpool.planner.search.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Window;
import org.motorpool.planner.search.day.Explanation.Relaxation;
import org.motorpool.planner.search.day.Explanation.Relaxed;
import org.motorpool.planner.search.day.Recommendation.Reason;

class RunningDayTest {

    private static final int HOUR_S = Days.HOUR_S;

    @Test
    void recommendsTheLeastDearAndSaysWhyTheOthersLose() {
        DayFacts facts = Days.facts(
                List.of(
                        Days.car("free", 0),
                        Days.car("other unit", 1),
                        Days.van("van"),
                        Days.car("sealed", new Window(0, 30 * HOUR_S)),
                        Days.car("no driver", 0)),
                List.of(Days.driver("a", 0), Days.driver("b", 1), Days.driver("c", 2), Days.driver("d", 3)),
                List.of());
        Recommendation recommendation = Days.running(facts).recommend(Days.ride("R", 1, 2, 10), 3);
        assertThat(recommendation.best()).extracting(Option::vehicle).containsExactly(0);
        assertThat(recommendation.best()).extracting(Option::driver).containsExactly(0);
        assertThat(recommendation.others())
                .containsEntry(1, new Reason.Refused(Obstacle.AGREEMENT))
                .containsEntry(2, new Reason.Refused(Obstacle.CATEGORY))
                .containsEntry(3, new Reason.Refused(Obstacle.BLOCKED))
                .containsEntry(4, new Reason.Refused(Obstacle.DRIVER));
    }

    @Test
    void countsTheTermsOfARecommendation() {
        Recommendation recommendation = Days.running(Days.oneCar()).recommend(Days.ride("R", 0, 1, 10), 1);
        Cost added = recommendation.best().getFirst().added();
        assertThat(added.of(CostTerm.DRIVING)).isEqualTo(2 * 14_455 * 100 / 1_000); // there and back, 14,455 m each
        assertThat(added.of(CostTerm.VEHICLE)).isEqualTo(10_000);
        assertThat(added.of(CostTerm.DRIVER)).isEqualTo(5_000);
        assertThat(added.total_fen()).isEqualTo(recommendation.best().getFirst().added_fen());
    }

    @Test
    void recommendingLeavesThePlanAsItWas() {
        RunningDay running = Days.running(Days.oneCar(Days.ride("R1", 1, 2, 9)));
        DaySolution before = running.solution();
        running.recommend(Days.ride("R", 1, 2, 12), 3);
        running.explain(0);
        assertThat(running.solution()).isEqualTo(before);
    }

    @Test
    void explainsWhatTheRunnerUpCostsMore() {
        DayFacts facts = Days.facts(
                List.of(Days.car("one", 0), Days.car("two", 0)),
                List.of(Days.driver("a", 0), Days.driver("b", 1)),
                List.of(Days.ride("R1", 1, 2, 9), Days.ride("R2", 2, 1, 11)));
        Explanation.Served served = (Explanation.Served) Days.running(facts).explain(1);
        assertThat(served.runnerUp()).isPresent();
        assertThat(served.difference_fen())
                .isEqualTo(served.runnerUp().get().added_fen() - served.chosen().added_fen());
        assertThat(served.difference_fen()).isGreaterThan(10_000); // a second vehicle and driver
    }

    @Test
    void namesTheLaterBeginningThatWouldDo() {
        RunningDay running = Days.running(
                Days.oneCar(Days.ride("R1", 1, 3, 9, 1, new Promise.Pinned(0)), Days.ride("R2", 3, 2, 9.5)));
        Explanation.Unserved unserved = (Explanation.Unserved) running.explain(1);
        assertThat(unserved.binding()).containsEntry(Obstacle.TIME, 1);
        assertThat(unserved.relaxations()).extracting(Relaxed::change).contains(new Relaxation.Later(15));
    }

    @Test
    void namesTheBiggerVehicleAndTheOtherUnitThatWouldDo() {
        DayFacts facts = Days.facts(
                List.of(Days.car("car", 1), Days.van("van")),
                List.of(Days.driver("a", 0), Days.driver("b", 1)),
                List.of(Days.ride("R", 1, 2, 9)));
        Explanation.Unserved unserved =
                (Explanation.Unserved) Days.running(facts).explain(0);
        assertThat(unserved.relaxations())
                .extracting(Relaxed::change)
                .containsExactly(new Relaxation.OtherCategory(1, 6), new Relaxation.OtherUnit("B"));
    }

    @Test
    void leavesWhatHasBegunAndGivesTheRestAwayWhenAVehicleBreaksDown() {
        DayFacts facts = Days.facts(
                List.of(Days.car("one", 0), Days.car("two", 0)),
                List.of(Days.driver("a", 0), Days.driver("b", 1)),
                List.of(Days.ride("R1", 1, 2, 9), Days.ride("R2", 2, 1, 13)));
        RunningDay running = Days.running(facts);
        int vehicle = running.solution().routes().getFirst().vehicle();
        Replanned replanned = running.apply(new DayEvent.BrokenDown(10 * HOUR_S, vehicle));
        assertThat(replanned.affected()).containsExactly(1);
        assertThat(replanned.unserved()).isEmpty();
        assertThat(running.solution().routes())
                .extracting(DaySolution.VehicleDay::vehicle)
                .containsExactly(0, 1);
    }

    @Test
    void givesARideAwayThatADelayMakesImpossible() {
        DayFacts facts = Days.facts(
                List.of(Days.car("one", 0), Days.car("two", 0)),
                List.of(Days.driver("a", 0), Days.driver("b", 1)),
                List.of(Days.ride("R1", 1, 2, 9), Days.ride("R2", 2, 1, 10.5)));
        RunningDay running = Days.running(facts);
        int vehicle = running.solution().routes().getFirst().vehicle();
        Replanned replanned = running.apply(new DayEvent.Delayed(9 * HOUR_S + 600, vehicle, 2 * HOUR_S));
        assertThat(replanned.affected()).containsExactly(1);
        assertThat(replanned.unserved()).isEmpty();
        assertThat(running.excused()).isEmpty();
    }

    @Test
    void servesANewRequestAndForgetsACancelledOne() {
        RunningDay running = Days.running(Days.oneCar(Days.ride("R1", 1, 2, 9)));
        running.apply(new DayEvent.Requested(8 * HOUR_S, Days.ride("R2", 2, 1, 12)));
        assertThat(running.isServed(1)).isTrue();
        running.apply(new DayEvent.Cancelled(10 * HOUR_S, 1));
        assertThat(running.isServed(1)).isFalse();
        assertThat(running.solution().unserved()).isEmpty();
    }
}
