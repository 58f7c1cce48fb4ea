package org.motorpool.planner.search.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.planner.search.day.Days.HOUR_S;
import static org.motorpool.planner.search.day.Days.MINUTE_S;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.planner.search.day.DayCheck.Checked;
import org.motorpool.planner.search.day.DayFacts.Eligibility;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Sharing;
import org.motorpool.planner.search.day.DayFacts.Stop;
import org.motorpool.planner.search.day.DayFacts.TimeFactor;
import org.motorpool.planner.search.day.DayFacts.Window;
import org.motorpool.planner.search.day.DaySolution.Movement;
import org.motorpool.planner.search.day.Recommendation.Reason;

/** 时段系数: the next place is 31 minutes away, 62 in rush hours; the driver begins at eight. */
class TimeFactorsTest {

    private static final List<TimeFactor> RUSH_HOURS = List.of(new TimeFactor(DayFacts.NONE, 7, 10, 2));

    @Test
    void reachesARideOffPeakThatItDoesNotReachInRushHours() {
        Ride early = Days.ride("early", 1, 0, 8.5);
        Ride late = Days.ride("late", 1, 0, 10.75);

        assertThat(solved(Days.oneCar(early)).unserved()).isEmpty();
        assertThat(solved(rush(early)).unserved()).containsExactly(0);
        assertThat(solved(rush(late)).unserved()).isEmpty();
    }

    @Test
    void leavesAsLateAsRushHoursAllow() {
        Movement pickup = solved(rush(Days.ride("R", 1, 0, 10)))
                .routes()
                .getFirst()
                .movements()
                .get(1);

        assertThat(pickup.leave_s()).isEqualTo(10 * HOUR_S - 62 * MINUTE_S);
        assertThat(pickup.arrive_s()).isEqualTo(10 * HOUR_S);
        assertThat(pickup.end_s()).isEqualTo(10 * HOUR_S + 31 * MINUTE_S);
    }

    @Test
    void saysWhoIsNotInTimeInRushHours() {
        Recommendation refused = Days.running(rush()).recommend(Days.ride("R", 1, 0, 8.5), 1);
        Recommendation found = Days.running(rush()).recommend(Days.ride("R", 1, 0, 10.75), 1);

        assertThat(refused.others()).containsEntry(0, new Reason.Refused(Obstacle.TIME));
        assertThat(found.best()).extracting(Option::begin_s).containsExactly((int) (10.75 * HOUR_S));
    }

    @Test
    void explainsThatARideCouldBeServedLater() {
        RunningDay running = Days.running(rush(Days.ride("R", 1, 0, 8.5)));
        Explanation.Unserved why = (Explanation.Unserved) running.explain(0);

        assertThat(why.binding()).containsEntry(Obstacle.TIME, 1);
        assertThat(why.relaxations())
                .extracting(Explanation.Relaxed::change)
                .contains(new Explanation.Relaxation.Later(30));
    }

    /** To place 8 and back: two hours each, four in all. */
    @ParameterizedTest
    @CsvSource({"1, 240", "0.9, 216", "1.1, 284", "1.9, 476"})
    void restsWhenFourHoursAreFullByTheFactor(double factor, int lasts_min) {
        DayFacts facts = Days.oneCar(thereAndBack()).withTimeFactors(List.of(new TimeFactor(-1, 0, 24, factor)));
        Movement pickup = solved(facts).routes().getFirst().movements().get(1);

        assertThat(pickup.end_s() - pickup.begin_s()).isEqualTo(lasts_min * MINUTE_S);
    }

    /** Eight hours at the wheel are the most. */
    @Test
    void countsTheDaysHoursAtTheWheelByTheFactor() {
        DayFacts facts = Days.oneCar(thereAndBack());

        assertThat(solved(facts.withTimeFactors(List.of(new TimeFactor(0, 0, 24, 2))))
                        .unserved())
                .isEmpty();
        assertThat(solved(facts.withTimeFactors(List.of(new TimeFactor(0, 0, 24, 2.05))))
                        .unserved())
                .containsExactly(0);
    }

    private static Ride thereAndBack() {
        return new Ride(
                "R",
                0,
                new Stop(0, 0),
                List.of(new Stop(8, 0)),
                new Stop(0, 0),
                new Window((int) (8.25 * HOUR_S), (int) (8.25 * HOUR_S)),
                20 * HOUR_S,
                1,
                0,
                Set.of(0),
                new Eligibility.Any(),
                new Sharing.Exclusive(),
                0,
                DayFacts.NONE,
                DayFacts.NONE,
                new DayFacts.Promise.Open());
    }

    @ParameterizedTest
    @CsvSource({
        "0.19, 7, 9, impossible-factor",
        "5.01, 7, 9, impossible-factor",
        "NaN, 7, 9, impossible-factor",
        "1.5, -25, 9, impossible-hours",
        "1.5, 7, 49, impossible-hours",
        "1.5, 9, 9, impossible-hours"
    })
    void refusesAFactorThatMeansNothing(double factor, int from, int to, String code) {
        DayFacts facts = Days.oneCar()
                .withTimeFactors(List.of(RUSH_HOURS.getFirst(), new TimeFactor(DayFacts.NONE, from, to, factor)));

        DayCheck.Fault fault = ((Checked.Refused) Days.check(facts)).fault();

        assertThat(fault.item()).isEqualTo("timeFactor 1");
        assertThat(fault.code()).isEqualTo(code);
    }

    @Test
    void costsNoMoreKilometresInRushHours() {
        Ride ride = Days.ride("R", 0, 1, 8.5);

        assertThat(solved(rush(ride)).cost().of(CostTerm.DRIVING))
                .isEqualTo(solved(Days.oneCar(ride)).cost().of(CostTerm.DRIVING));
    }

    private static DayFacts rush(Ride... rides) {
        return Days.oneCar(rides).withTimeFactors(RUSH_HOURS);
    }

    private static DaySolution solved(DayFacts facts) {
        return new DaySearch(Days.day(facts), 1).solve(_ -> 1, _ -> {});
    }
}
