package org.motorpool.planner.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi.Place;
import org.motorpool.planner.contract.FleetApi;
import org.motorpool.planner.contract.FleetApi.CircleNeed;
import org.motorpool.planner.contract.FleetApi.Use;

/** A year of three days that can be counted by hand. */
class FleetServiceTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-10-11T16:00:00Z");
    private static final Place HERE = new Place(31.2304, 121.4737, null);

    private final FleetService fleets = new FleetService(
            new SmallRyeConfigBuilder().withMapping(PlannerConfig.class).build().getConfigMapping(PlannerConfig.class));

    /** Two units of a county use cars after each other, one of another city at the same time, and a van is no car. */
    @Test
    void countsEachUnitAloneAndTogether() {
        FleetApi.CircleNeeds needs = count(
                day(
                        0,
                        use("A", "310101", "QT", 8, 10, 60),
                        use("B", "310101", "QT", 10, 12, 400),
                        use("C", "320501", "QT", 9, 11, 60),
                        use("A", "310101", "ZF", 8, 9, 10)),
                day(1, use("B", "310101", "QT", 8, 10, 60), use("B", "310101", "QT", 9, 12, 60)),
                day(2));

        assertThat(needs.needs())
                .containsExactlyInAnyOrder(
                        new CircleNeed("UNIT", "A", "QT", 1, 0),
                        new CircleNeed("UNIT", "B", "QT", 2, 1),
                        new CircleNeed("UNIT", "C", "QT", 1, 0),
                        new CircleNeed("COUNTY", "310101", "QT", 2, 1),
                        new CircleNeed("COUNTY", "320501", "QT", 1, 0),
                        new CircleNeed("CITY", "310100", "QT", 2, 1),
                        new CircleNeed("CITY", "320500", "QT", 1, 0),
                        new CircleNeed("ALL", "", "QT", 2, 1),
                        new CircleNeed("UNIT", "A", "ZF", 1, 0),
                        new CircleNeed("COUNTY", "310101", "ZF", 1, 0),
                        new CircleNeed("CITY", "310100", "ZF", 1, 0),
                        new CircleNeed("ALL", "", "ZF", 1, 0));
    }

    @Test
    void lastsOverMidnight() {
        FleetApi.CircleNeeds needs = count(
                day(0, use("A", "310101", "QT", 20, 28, 60), use("A", "310101", "QT", 8, 9, 60)),
                day(1, use("A", "310101", "QT", -4, 4, 60), use("A", "310101", "QT", 3, 5, 60)));

        assertThat(needs.needs()).contains(new CircleNeed("UNIT", "A", "QT", 2, 0));
    }

    @Test
    void needsNothingWithoutUses() {
        assertThat(count().needs()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeCounted() {
        assertThatRefused(() -> fleets.count(null), "missing-field");
        assertThatRefused(() -> fleets.count(new FleetApi.Uses(0, List.of())), "invalid-field");
        assertThatRefused(() -> count(day(0, use("A", "310101", "QT", 9, 8, 1))), "invalid-field");
        Use lost = new Use("A", "310101", "310100", "QT", MIDNIGHT, MIDNIGHT, HERE, new Place(Double.NaN, 0, null), 1);
        assertThatRefused(() -> count(day(0, lost)), "invalid-field");
        assertThatRefused(
                () -> count(
                        new FleetApi.Day(MIDNIGHT, Collections.nCopies(100_000, use("A", "310101", "QT", 8, 9, 1)))),
                "too-many");
    }

    private static void assertThatRefused(ThrowingCallable question, String code) {
        assertThatThrownBy(question).isInstanceOfSatisfying(UsesRefused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(code));
    }

    private FleetApi.CircleNeeds count(FleetApi.Day... days) {
        return fleets.count(new FleetApi.Uses(300, List.of(days)));
    }

    private static FleetApi.Day day(int number, Use... uses) {
        return new FleetApi.Day(
                MIDNIGHT.plus(Duration.ofDays(number)),
                List.of(uses).stream().map(use -> moved(use, number)).toList());
    }

    private static Use moved(Use use, int days) {
        return new Use(
                use.unit(),
                use.county(),
                use.city(),
                use.category(),
                use.from().plus(Duration.ofDays(days)),
                use.to().plus(Duration.ofDays(days)),
                use.pickup(),
                use.dropoff(),
                use.km());
    }

    private static Use use(String unit, String county, String category, int from_h, int to_h, double km) {
        return new Use(
                unit,
                county,
                county.substring(0, 4) + "00",
                category,
                MIDNIGHT.plus(Duration.ofHours(from_h)),
                MIDNIGHT.plus(Duration.ofHours(to_h)),
                HERE,
                HERE,
                km);
    }
}
