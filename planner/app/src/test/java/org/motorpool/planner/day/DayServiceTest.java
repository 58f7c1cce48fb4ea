package org.motorpool.planner.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.motorpool.planner.day.Facts.announced;
import static org.motorpool.planner.day.Facts.at;
import static org.motorpool.planner.day.Facts.car;
import static org.motorpool.planner.day.Facts.day;
import static org.motorpool.planner.day.Facts.pinned;
import static org.motorpool.planner.day.Facts.ride;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.DayApi.Promise;
import org.motorpool.planner.contract.DayApi.Ride;
import org.motorpool.planner.contract.DayApi.Window;
import org.motorpool.planner.search.day.GreatCircle;

class DayServiceTest {

    private static final String DAY = "310000-01 2026-10-12";

    private final DayService days = new DayService(
            new SmallRyeConfigBuilder()
                    .withMapping(PlannerConfig.class)
                    .withDefaultValue("motorpool.planner.day.megabytes", "1")
                    .build()
                    .getConfigMapping(PlannerConfig.class),
            GreatCircle::new);

    @Test
    void recommendsByCostAndGivesAReasonForEveryOtherVehicle() {
        days.put(
                DAY,
                day(
                        List.of(
                                car("busy"),
                                car("free"),
                                car("lent", "U2", List.of()),
                                car("sealed", "U1", List.of(new Window(at("00:00"), at("23:59"))))),
                        pinned("R1", "09:00", "11:00", "busy")));

        DayAnswerApi.Recommendation found = recommend(ride("R2", "10:00", "12:00"), 1);

        assertThat(found.best()).singleElement().satisfies(best -> {
            assertThat(best.vehicle()).isEqualTo("free");
            assertThat(best.driver()).isEqualTo("D-free");
            assertThat(best.begin()).isEqualTo(at("10:00"));
            assertThat(best.terms())
                    .extracting(DayAnswerApi.Term::code)
                    .containsExactlyInAnyOrder("driving", "not-new-energy");
            assertThat(best.terms().stream().mapToLong(DayAnswerApi.Term::fen).sum())
                    .isEqualTo(best.added_fen());
        });
        assertThat(found.dearer()).extracting(DayAnswerApi.Dearer::vehicle).containsExactly("lent");
        assertThat(found.dearer().getFirst().more_fen()).isPositive();
        assertThat(found.refused())
                .extracting(DayAnswerApi.Refused::code, DayAnswerApi.Refused::vehicles)
                .containsExactlyInAnyOrder(tuple("time", List.of("busy")), tuple("blocked", List.of("sealed")));
    }

    @Test
    void recommendsAFreeDriverWhoChangesTheVehicle() {
        days.put(
                DAY,
                Facts.with(
                        day(List.of(car("one"), car("two")), pinned("R1", "09:00", "11:00", "one", "D")),
                        List.of(Facts.free("D")),
                        900));

        assertThat(recommend(ride("R2", "14:00", "16:00"), 2).best())
                .extracting(DayAnswerApi.Option::driver)
                .containsExactly("D", "D");
        assertThat(recommend(ride("R3", "09:10", "11:00"), 2).best()).isEmpty();
    }

    @Test
    void knowsPinnedRidesOfOneDriverInTwoVehicles() {
        DayAnswerApi.State state = days.put(
                DAY,
                Facts.with(
                        day(
                                List.of(car("one"), car("two")),
                                pinned("R1", "09:00", "11:00", "one", "D"),
                                pinned("R2", "13:00", "15:00", "two", "D"),
                                pinned("R3", "17:00", "19:00", "one", "D")),
                        List.of(Facts.free("D")),
                        null));

        assertThat(state.served()).isEqualTo(3);
        assertThat(state.blocked()).isEmpty();
        assertThat(state.faults()).isEmpty();
    }

    @Test
    void knowsPinnedRidesOfOneVehicleWithTwoDrivers() {
        DayAnswerApi.State state = days.put(
                DAY,
                Facts.with(
                        day(
                                List.of(car("one")),
                                pinned("R1", "09:00", "11:00", "one", "D"),
                                pinned("R2", "13:00", "15:00", "one", "E")),
                        List.of(Facts.free("D"), Facts.free("E")),
                        null));

        assertThat(state.served()).isEqualTo(2);
        assertThat(state.blocked()).isEmpty();
    }

    @Test
    void namesADriverPinnedIntoTwoVehiclesAtOnce() {
        DayAnswerApi.State state = days.put(
                DAY,
                Facts.with(
                        day(
                                List.of(car("one"), car("two")),
                                pinned("R1", "09:00", "11:00", "one", "D"),
                                pinned("R2", "09:10", "11:10", "two", "D")),
                        List.of(Facts.free("D")),
                        null));

        assertThat(state.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.item()).isEqualTo("R2");
            assertThat(fault.code()).isEqualTo("pinned-driver-overlap");
        });
        assertThat(state.blocked()).containsExactly("R2");
    }

    @Test
    void refusesATimeToTakeOverThatIsOutOfRange() {
        DayApi.Facts facts = Facts.with(day(List.of(car("one"))), List.of(Facts.free("D")), -1);
        assertRefused(() -> days.put(DAY, facts), "take-over-time", "takeOver_s");
    }

    @Test
    void knowsPlacesThatNobodyNamedBefore() {
        days.put(DAY, day(List.of(car("free"))));
        DayApi.Place suzhou = new DayApi.Place(31.2989, 120.5853, "320500");
        assertThat(recommend(ride("R", "10:00", "14:00", suzhou, null), 1).best())
                .hasSize(1);
        assertThat(recommend(ride("R", "10:00", "14:00", suzhou, null), 1).best())
                .hasSize(1);
    }

    @Test
    void leavesTheVehicleWithItsRidersForAsLongAsTheyWantIt() {
        days.put(DAY, day(List.of(car("one")), Facts.bound("R1", "09:00", "16:00")));
        assertThat(recommend(ride("R2", "14:00", "18:00"), 1).best()).isEmpty();
        assertThat(recommend(ride("R3", "17:00", "18:00"), 1).best()).hasSize(1);
    }

    @Test
    void countsAVehicleAsPromisedThatCannotBeInTimeByTheEstimate() {
        DayAnswerApi.State state = days.put(
                DAY,
                day(List.of(car("one")), pinned("R1", "09:00", "10:00", "one"), pinned("R2", "10:01", "11:00", "one")));

        assertThat(state.blocked()).containsExactlyInAnyOrder("R1", "R2");
        assertThat(state.faults()).isEmpty();
        assertThat(recommend(ride("R3", "09:30", "10:30"), 1).refused())
                .extracting(DayAnswerApi.Refused::code)
                .containsExactly("blocked");
        assertThat(recommend(ride("R4", "15:00", "16:00"), 1).best()).hasSize(1);
    }

    @Test
    void leavesWhatHasBegun() {
        days.put(DAY, day("S1", at("09:30"), List.of(car("one")), List.of(pinned("R1", "09:00", "11:00", "one"))));

        assertRefused(() -> recommend(ride("R2", "09:00", "10:00"), 1), "already-driven", "ride R2");
        assertThat(recommend(ride("R3", "10:00", "12:00"), 1).best()).isEmpty();
        assertThat(recommend(ride("R4", "14:00", "15:00"), 1).best()).hasSize(1);
    }

    @Test
    void explainsWhoServesARideAndWhatTheRunnerUpCosts() {
        days.put(
                DAY,
                day(
                        List.of(car("one"), car("lent", "U2", List.of())),
                        ride("R1", "09:00", "11:00", Facts.PEOPLES_SQUARE, new Promise("one", "D-one", false))));

        DayAnswerApi.Explanation found = explain("R1");

        assertThat(found.chosen().vehicle()).isEqualTo("one");
        assertThat(found.runnerUp().vehicle()).isEqualTo("lent");
        assertThat(found.difference_fen())
                .isEqualTo(found.runnerUp().added_fen() - found.chosen().added_fen())
                .isPositive();
    }

    @Test
    void explainsWhatKeepsARideOutAndWhatWouldHelp() {
        days.put(DAY, day(List.of(car("one")), pinned("R1", "09:00", "10:00", "one"), ride("R2", "09:45", "11:30")));

        DayAnswerApi.Explanation found = explain("R2");

        assertThat(found.chosen()).isNull();
        assertThat(found.binding()).extracting(DayAnswerApi.Binding::code).containsExactly("time");
        assertThat(found.relaxations())
                .extracting(DayAnswerApi.Relaxation::code)
                .contains("later");
    }

    @Test
    void plansAnewAroundABreakdownAndTellsWhoServesNow() {
        days.put(DAY, day(List.of(car("one"), car("two")), ride("R1", "15:00", "17:00")));
        String first = explain("R1").chosen().vehicle();

        DayAnswerApi.Replanned broken = apply("BROKEN_DOWN", "10:00", null, null, first);

        assertThat(broken.affected()).extracting(DayAnswerApi.Seat::ride).containsExactly("R1");
        assertThat(broken.affected().getFirst().vehicle()).isNotEqualTo(first);
        assertThat(broken.unserved()).isEmpty();
    }

    @Test
    void tellsWhichAnnouncedRidesTheirVehiclesHaveNoRoomFor() {
        DayAnswerApi.State state = days.put(
                DAY,
                day(
                        List.of(car("one"), car("two")),
                        announced("R1", "09:00", "11:00", "one"),
                        announced("R2", "09:05", "10:30", "one"),
                        announced("R3", "09:00", "10:30", "two")));
        assertThat(state.displaced()).containsExactly("R2");
        assertThat(state.served()).isEqualTo(2);
        assertThat(state.unserved_fen()).isPositive().isLessThan(state.cost_fen());
    }

    @Test
    void movesAnAnnouncedRideOnlyForMoreThanItsPrice() {
        assertThat(movedForAnOwnCar(1_999)).containsExactly("R2");
        assertThat(movedForAnOwnCar(2_001)).isEmpty();
    }

    /** A ride has another unit's car, for 2,000 fen, when an own one becomes free. */
    private List<String> movedForAnOwnCar(long moved_fen) {
        days.put(
                DAY,
                Facts.priced(
                        day(
                                List.of(car("own"), car("lent", "U2", List.of())),
                                announced("R1", "09:00", "11:00", "own"),
                                announced("R2", "09:00", "11:00", "lent")),
                        moved_fen));
        return apply("CANCELLED", "07:00", null, "R1", null).moved().stream()
                .map(DayAnswerApi.Seat::ride)
                .toList();
    }

    @Test
    void takesRequestsAndCancellationsInTheOrderTheyCome() {
        days.put(DAY, day(List.of(car("one"))));
        DayAnswerApi.Replanned requested = apply("REQUESTED", "08:00", ride("R1", "12:00", "13:00"), null, null);

        assertThat(requested.affected()).containsExactly(new DayAnswerApi.Seat("R1", "one", "D-one", at("12:00")));
        assertThat(recommend(ride("R2", "12:00", "13:00"), 1).best()).isEmpty();
        assertRefused(() -> apply("CANCELLED", "07:00", null, "R1", null), "event-in-past", "event");
        apply("CANCELLED", "08:05", null, "R1", null);
        assertThat(recommend(ride("R2", "12:00", "13:00"), 1).best()).hasSize(1);
    }

    @Test
    void refusesAFleetThatIsWrongNamingTheItem() {
        assertRefused(() -> days.put(DAY, day(List.of(car("stray", "U9", List.of())))), "no-unit", "vehicle stray");
    }

    @Test
    void tellsWhichRidesAreWrongAndPlansTheOthers() {
        Ride impossible = ride("R2", "12:00", "11:00");
        Ride nowhere = ride("R3", "12:00", "13:00", Facts.NOWHERE, null);
        DayAnswerApi.State state = days.put(
                DAY,
                day(
                        List.of(car("one"), car("two")),
                        pinned("R1", "09:00", "11:00", "one"),
                        impossible,
                        nowhere,
                        pinned("R4", "09:05", "10:00", "one"),
                        ride("R5", "15:00", "16:00")));

        assertThat(state.faults())
                .extracting(DayAnswerApi.Fault::item, DayAnswerApi.Fault::code)
                .containsExactly(
                        tuple("R2", "impossible-window"), tuple("R3", "no-coordinates"), tuple("R4", "pinned-overlap"));
        assertThat(state.blocked()).containsExactlyInAnyOrder("R1", "R4");
        assertThat(state.served()).isEqualTo(1);
        assertThat(explain("R3").fault().code()).isEqualTo("no-coordinates");
    }

    @Test
    void refusesARideThatIsWrongInARecommendation() {
        days.put(DAY, day(List.of(car("one"))));
        assertRefused(() -> recommend(ride("R", "12:00", "11:00"), 1), "impossible-window", "ride R");
        assertRefused(() -> recommend(ride("R", "12:00", "13:00", Facts.NOWHERE, null), 1), "no-coordinates", "ride R");
        assertRefused(
                () -> days.recommend(DAY, new DayApi.WantedRecommendation("S1", null, 1)), "missing-field", "ride");
    }

    @Test
    void refusesAHundredThousandRidesAtOnce() {
        DayApi.Facts flood =
                day("S1", null, List.of(car("one")), Collections.nCopies(100_000, ride("R", "09:00", "10:00")));
        assertRefused(() -> days.put(DAY, flood), "too-many", "rides");
    }

    @Test
    void answersForTheFactsTheCallerMeansOnly() {
        assertRefused(() -> recommend(ride("R", "09:00", "10:00"), 1), "day-unknown", DAY);
        days.put(DAY, day("S2", null, List.of(car("one")), List.of()));
        assertRefused(() -> recommend(ride("R", "09:00", "10:00"), 1), "day-stale", DAY);
    }

    @Test
    void forgetsTheDaysThatNobodyAskedAboutForLongest() {
        List<DayApi.Vehicle> many =
                IntStream.range(0, 200).mapToObj(number -> car("car " + number)).toList();
        days.put(DAY, day(many));
        days.put("second", day(many));
        recommend(ride("R", "09:00", "10:00"), 1);
        days.put("third", day(many));
        recommend(ride("R", "09:00", "10:00"), 1);
        assertRefused(() -> days.explain("second", new DayApi.WantedExplanation("S1", "R")), "day-unknown", "second");
    }

    private DayAnswerApi.Explanation explain(String ride) {
        return days.explain(DAY, new DayApi.WantedExplanation("S1", ride));
    }

    private DayAnswerApi.Recommendation recommend(Ride ride, int limit) {
        return days.recommend(DAY, new DayApi.WantedRecommendation("S1", ride, limit));
    }

    private DayAnswerApi.Replanned apply(
            String kind, String time, @Nullable Ride ride, @Nullable String rideId, @Nullable String vehicle) {
        return days.apply(DAY, new DayApi.Event("S1", kind, at(time), ride, rideId, vehicle, 0));
    }

    private static void assertRefused(ThrowingCallable asking, String code, String item) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(DayRefused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(code);
            assertThat(refused.refusal().item()).isEqualTo(item);
        });
    }
}
