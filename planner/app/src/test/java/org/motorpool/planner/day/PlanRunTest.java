package org.motorpool.planner.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motorpool.planner.day.Facts.HONGQIAO;
import static org.motorpool.planner.day.Facts.NOWHERE;
import static org.motorpool.planner.day.Facts.PEOPLES_SQUARE;
import static org.motorpool.planner.day.Facts.at;
import static org.motorpool.planner.day.Facts.bound;
import static org.motorpool.planner.day.Facts.car;
import static org.motorpool.planner.day.Facts.day;
import static org.motorpool.planner.day.Facts.pinned;
import static org.motorpool.planner.day.Facts.ride;
import static org.motorpool.planner.day.Named.command;
import static org.motorpool.planner.day.Named.id;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.DayApi.Window;
import org.motorpool.planner.contract.PlannerCommand.Period;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerEvent.PlanProgressed;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;
import org.motorpool.planner.contract.PlannerEvent.ProposedOrder;
import org.motorpool.planner.contract.PlannerEvent.Unserved;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.GreatCircle;
import org.motorpool.planner.search.day.Travel;

class PlanRunTest {

    private static final PlannerConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(PlannerConfig.class)
            .withDefaultValue("motorpool.planner.search.moves-per-ride", "500")
            .build()
            .getConfigMapping(PlannerConfig.class);

    @Test
    void givesARideItsVehicleDriverPeriodAndCost() {
        PlanProposed plan = plan(day(List.of(car("own"), car("lent", "U2", List.of())), bound("R", "09:00", "11:00")));

        assertThat(plan.orders()).singleElement().satisfies(order -> {
            assertThat(order.requestId()).isEqualTo(id("R"));
            assertThat(order.vehicleId()).isEqualTo(id("own"));
            assertThat(order.driverId()).isEqualTo(id("D-own"));
            assertThat(order.period()).isEqualTo(new Period(at("09:00"), at("11:00")));
            // home from Hongqiao: 13.55 km great circle × 1.3
            assertThat(order.deadhead_m()).isBetween(17_300L, 17_700L);
        });
        assertThat(plan.terms()).extracting(DayAnswerApi.Term::code).containsExactly("driving", "not-new-energy");
        assertThat(plan.terms().stream().mapToLong(DayAnswerApi.Term::fen).sum())
                .isEqualTo(plan.cost_fen());
        assertThat(plan.bound().cost_fen()).isBetween(plan.cost_fen() - 5, plan.cost_fen());
        assertThat(plan.bound().vehicles()).isOne();
    }

    @Test
    void tellsWhereAVehicleChargesBeforeARide() {
        DayApi.Place home = Facts.PEOPLES_SQUARE;
        PlanProposed plan = plan(BatteryTest.with(
                day(
                        List.of(BatteryTest.electric(70_000, home)),
                        ride("R1", "09:00", "11:00"),
                        ride("R2", "14:00", "16:00")),
                new DayApi.Charger(home, 60_000, 1)));

        assertThat(plan.orders()).hasSize(2);
        assertThat(plan.orders().getFirst().charge()).isNull();
        assertThat(plan.orders().getLast().charge()).satisfies(charge -> {
            assertThat(charge.latitude()).isEqualTo(home.latitude());
            assertThat(charge.longitude()).isEqualTo(home.longitude());
            assertThat(charge.period().from()).isAfter(at("09:00"));
            assertThat(charge.period().to()).isBeforeOrEqualTo(at("14:00"));
        });
    }

    @Test
    void plansAroundTheOrdersThereAre() {
        PlanProposed plan =
                plan(day(List.of(car("only")), pinned("order", "09:00", "11:00", "only"), ride("R", "13:00", "15:00")));
        PlanProposed full =
                plan(day(List.of(car("only")), pinned("order", "09:00", "11:00", "only"), ride("R", "09:30", "11:00")));

        assertThat(plan.orders()).extracting(ProposedOrder::requestId).containsExactly(id("R"));
        assertThat(full.orders()).isEmpty();
        assertThat(full.unserved()).singleElement().satisfies(left -> {
            assertThat(left.requestId()).isEqualTo(id("R"));
            assertThat(left.code()).isEqualTo("time");
            assertThat(left.reason())
                    .isEqualTo("与前后行程时间冲突 1 辆；可行的调整：推迟 60 分钟、提前 120 分钟 / no room in time between its other"
                            + " rides: 1; it could be served: 60 minutes later, 120 minutes earlier");
            assertThat(left.relaxations()).first().satisfies(change -> {
                assertThat(change.code()).isEqualTo("later");
                assertThat(change.option().vehicle()).isEqualTo(id("only").toString());
            });
        });
    }

    /** Two orders at once are real, whatever the estimate: their vehicle is promised then. */
    @Test
    void takesOrdersAtTheirWord() {
        PlanProposed plan = plan(day(
                List.of(car("only")),
                pinned("one", "09:00", "11:00", "only"),
                pinned("two", "09:10", "11:00", "only"),
                ride("early", "10:00", "11:00"),
                ride("late", "14:00", "15:00")));

        assertThat(plan.orders()).extracting(ProposedOrder::requestId).containsExactly(id("late"));
        assertThat(plan.unserved()).extracting(Unserved::code).containsExactly("blocked");
    }

    @Test
    void beginsNothingBeforeNow() {
        DayApi.Ride soon = ride("soon", "09:05", "11:00", HONGQIAO, null);
        PlanProposed plan =
                plan(day("S", at("09:00"), List.of(car("only")), List.of(soon, ride("past", "08:00", "10:00"))));

        assertThat(plan.orders()).isEmpty();
        assertThat(plan.unserved())
                .filteredOn(left -> left.requestId().equals(id("past")))
                .extracting(Unserved::code)
                .containsExactly("already-driven");
        assertThat(plan.unserved())
                .filteredOn(left -> left.requestId().equals(id("soon")))
                .extracting(Unserved::code)
                .containsExactly("time");
    }

    @Test
    void drivesAsTheRoadsAllow() {
        DayApi.Ride soon = ride("soon", "09:05", "11:00", HONGQIAO, null);
        SolvePlan command = command(day("S", at("08:00"), List.of(car("only")), List.of(soon)));

        PlanProposed estimated = new PlanRun(command, CONFIG, GreatCircle::new).solve();
        PlanProposed slow = new PlanRun(command, CONFIG, Jammed::new).solve();

        assertThat(estimated.orders()).hasSize(1);
        assertThat(slow.unserved()).extracting(Unserved::code).containsExactly("time");
    }

    /** Every way takes three times as long. */
    private record Jammed(Travel estimate) implements Travel {

        Jammed(List<DayFacts.Place> places) {
            this(new GreatCircle(places));
        }

        @Override
        public int distance_m(int from, int to) {
            return estimate.distance_m(from, to);
        }

        @Override
        public int duration_s(int from, int to) {
            return 3 * estimate.duration_s(from, to);
        }

        @Override
        public int least_m(int from, int to) {
            return estimate.least_m(from, to);
        }

        @Override
        public int least_s(int distance_m) {
            return 3 * estimate.least_s(distance_m);
        }
    }

    @Test
    void whatHasBegunGoesOn() {
        PlanProposed plan = plan(day(
                "S",
                at("10:00"),
                List.of(car("only")),
                List.of(pinned("begun", "09:30", "11:00", "only"), ride("next", "12:00", "13:00"))));

        assertThat(plan.orders()).extracting(ProposedOrder::requestId).containsExactly(id("next"));
    }

    @Test
    void leavesOutARideThatIsWrongAndServesTheOthers() {
        PlanProposed plan = plan(day(
                List.of(car("only")),
                ride("lost", "09:00", "10:00", NOWHERE, null),
                ride("reversed", "12:00", "11:00"),
                ride("fine", "14:00", "15:00")));

        assertThat(plan.orders()).extracting(ProposedOrder::requestId).containsExactly(id("fine"));
        assertThat(plan.unserved())
                .extracting(Unserved::code)
                .containsExactlyInAnyOrder("no-coordinates", "impossible-window");
    }

    @Test
    void refusesAVehicleOfNoUnit() {
        SolvePlan command = command(day(List.of(car("stray", "U9", List.of()))));

        assertThatThrownBy(() -> new PlanRun(command, CONFIG, GreatCircle::new).solve())
                .isInstanceOfSatisfying(
                        DayRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("no-unit"));
    }

    @Test
    void keepsOnTheNextDayWhatTheDayBeforePromised() {
        DayApi.Facts first = day(List.of(car("only")), overnight());
        DayApi.Facts second = shifted(day(List.of(car("only")), ride("morning", "06:30", "08:00")));

        PlanProposed plan = plan(first, second);

        assertThat(plan.orders()).extracting(ProposedOrder::requestId).containsExactly(id("overnight"));
        assertThat(plan.unserved()).extracting(Unserved::requestId).containsExactly(id("morning"));
        assertThat(plan(second).orders()).hasSize(1);
    }

    @Test
    void stopsWithTheFirstPlan() {
        PlanRun run =
                new PlanRun(command(day(List.of(car("only")), ride("R", "09:00", "10:00"))), CONFIG, GreatCircle::new);
        run.stop();

        assertThat(run.solve().orders()).hasSize(1);
    }

    @Test
    void makesTheSamePlanOfTheSameSeed() {
        SolvePlan command = command(day(
                List.of(car("a"), car("b"), car("c", "U2", List.of())),
                ride("1", "09:00", "10:00"),
                ride("2", "09:30", "10:30"),
                ride("3", "11:00", "12:00"),
                ride("4", "11:30", "12:30")));

        assertThat(new PlanRun(command, CONFIG, GreatCircle::new).solve())
                .usingRecursiveComparison()
                .ignoringFields("solved_ms", "bound")
                .isEqualTo(new PlanRun(command, CONFIG, GreatCircle::new).solve());
    }

    @Test
    void tellsOfTheFirstPlanAtOnce() {
        List<PlanProgressed> told = new ArrayList<>();
        PlanProposed plan = new PlanRun(
                        command(day(
                                List.of(car("only")),
                                pinned("order", "07:00", "08:00", "only"),
                                ride("R", "09:30", "10:30"),
                                ride("S", "09:30", "10:30"))),
                        CONFIG,
                        GreatCircle::new)
                .solve(told::add);

        assertThat(told).first().satisfies(first -> {
            assertThat(first.served()).isEqualTo(1);
            assertThat(first.rides()).isEqualTo(2);
            assertThat(first.cost_fen()).isEqualTo(plan.cost_fen());
        });
    }

    private static DayApi.Ride overnight() {
        DayApi.Ride late = ride("overnight", "18:00", "20:00");
        return new DayApi.Ride(
                late.id(),
                late.unit(),
                late.pickup(),
                late.via(),
                late.dropoff(),
                late.pickupTime(),
                late.latestDropoff(),
                at("18:00").plus(Duration.ofHours(13)),
                late.passengers(),
                late.baggage(),
                late.categories(),
                null,
                null,
                0,
                null,
                null,
                null);
    }

    /** The same a day later. */
    private static DayApi.Facts shifted(DayApi.Facts facts) {
        Duration day = Duration.ofDays(1);
        return new DayApi.Facts(
                facts.snapshot(),
                facts.midnight().plus(day),
                null,
                0,
                facts.units(),
                null,
                List.of(),
                facts.vehicles(),
                facts.drivers().stream()
                        .map(driver -> new DayApi.Driver(
                                driver.id(),
                                PEOPLES_SQUARE,
                                driver.vehicle(),
                                driver.licences(),
                                later(driver.shift()),
                                0,
                                driver.mostDriving_s()))
                        .toList(),
                facts.rides().stream().map(PlanRunTest::later).toList());
    }

    private static DayApi.Ride later(DayApi.Ride ride) {
        return new DayApi.Ride(
                ride.id(),
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                later(ride.pickupTime()),
                later(ride.latestDropoff()),
                null,
                ride.passengers(),
                ride.baggage(),
                ride.categories(),
                null,
                null,
                0,
                null,
                null,
                null);
    }

    private static Window later(Window window) {
        return new Window(later(window.from()), later(window.to()));
    }

    private static Instant later(Instant at) {
        return at.plus(Duration.ofDays(1));
    }

    private static PlanProposed plan(DayApi.Facts... days) {
        return new PlanRun(command(days), CONFIG, GreatCircle::new).solve();
    }

    static List<UUID> vehiclesOf(PlanProposed plan) {
        return plan.orders().stream().map(ProposedOrder::vehicleId).toList();
    }
}
