package org.motorpool.planner.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.planner.day.Facts.PEOPLES_SQUARE;
import static org.motorpool.planner.day.Facts.at;
import static org.motorpool.planner.day.Facts.day;
import static org.motorpool.planner.day.Facts.pinned;
import static org.motorpool.planner.day.Facts.ride;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.DayApi.Charger;
import org.motorpool.planner.contract.DayApi.Place;
import org.motorpool.planner.contract.DayApi.Tank;
import org.motorpool.planner.contract.DayApi.Vehicle;
import org.motorpool.planner.referee.DayReferee;
import org.motorpool.planner.referee.Measure;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DaySearch;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.DaySolution.Movement;
import org.motorpool.planner.search.day.GreatCircle;

/** An electric car at People's Square: to Hongqiao and back are 35.3 km, and 10 km stay in the battery. */
class BatteryTest {

    private static final String DAY = "battery";

    private final PlannerConfig config = new SmallRyeConfigBuilder()
            .withMapping(PlannerConfig.class)
            .withDefaultValue("motorpool.planner.day.megabytes", "1")
            .build()
            .getConfigMapping(PlannerConfig.class);

    private final DayService days = new DayService(config, GreatCircle::new);

    @Test
    void tellsWhatTheDayWouldNeedAndWhatTheBatteryHas() {
        days.put(DAY, day(List.of(electric(40_000))));

        DayAnswerApi.Refused refused =
                recommend(ride("R", "10:00", "12:00")).refused().getFirst();
        assertThat(refused.code()).isEqualTo("energy");
        assertThat(refused.vehicles()).containsExactly("electric");
        assertThat(refused.shortages()).singleElement().satisfies(shortage -> {
            assertThat(shortage.vehicle()).isEqualTo("electric");
            assertThat(shortage.needed_m()).isBetween(35_000, 35_600);
            assertThat(shortage.available_m()).isEqualTo(30_000);
        });
    }

    @Test
    void leavesAVehicleWithoutARangeAsItWas() {
        days.put(DAY, day(List.of(with(new Tank("ELECTRIC", 0, 0, 0, 0, List.of())))));

        assertThat(recommend(ride("R", "10:00", "12:00")).best()).hasSize(1);
    }

    /** By the estimate it cannot be in time for both, and drives both all the same: 71 of its 100 km. */
    @Test
    void takesOffWhatPromisesNeedThatTheDayDoesNotDrive() {
        List<Vehicle> cars = List.of(electric(100_000));
        days.put(
                DAY, day(cars, pinned("R1", "09:00", "10:00", "electric"), pinned("R2", "10:01", "11:00", "electric")));

        assertThat(recommend(ride("R3", "15:00", "16:00")).refused())
                .extracting(DayAnswerApi.Refused::code)
                .containsExactly("energy");
        days.put(DAY, day(cars));
        assertThat(recommend(ride("R3", "15:00", "16:00")).best()).hasSize(1);
    }

    @Test
    void namesTheKilometresThatWouldDo() {
        days.put(DAY, day(List.of(electric(40_000)), ride("R", "10:00", "12:00")));

        DayAnswerApi.Explanation explained = days.explain(DAY, new DayApi.WantedExplanation("S1", "R"));
        assertThat(explained.binding()).extracting(DayAnswerApi.Binding::code).containsExactly("energy");
        assertThat(explained.relaxations())
                .filteredOn(relaxation -> relaxation.code().equals("more-energy"))
                .singleElement()
                .satisfies(more -> assertThat(more.text()).contains("电量再多 6 公里").contains("6 km more"));
    }

    @Test
    void plansTwoRidesWithAChargeBetweenThem() {
        DayApi.Ride morning = ride("R1", "09:00", "11:00");
        DayApi.Ride afternoon = ride("R2", "14:00", "16:00");

        assertThat(solve(day(List.of(electric(70_000)), morning, afternoon)).unserved())
                .hasSize(1);
        Place home = PEOPLES_SQUARE;
        DayApi.Facts charged =
                with(day(List.of(electric(70_000, home)), morning, afternoon), new Charger(home, 60_000, 1));
        DaySolution solution = solve(charged);
        assertThat(solution.unserved()).isEmpty();
        assertThat(solution.routes().getFirst().movements())
                .filteredOn(Movement.Charge.class::isInstance)
                .hasSize(1);
    }

    /** Timefold finds the plan feasible. */
    private DaySolution solve(DayApi.Facts facts) {
        DayReader.Read read = new DayReader(config.cost(), GreatCircle::new).read(facts);
        DaySolution solution = new DaySearch(read.day(), 1).solve(_ -> 1, _ -> {});
        DayFacts judged = read.day().facts();
        assertThat(DayReferee.score(judged, solution, Set.of(), Measure.anew(judged))
                        .isFeasible())
                .isTrue();
        return solution;
    }

    private DayAnswerApi.Recommendation recommend(DayApi.Ride ride) {
        return days.recommend(DAY, new DayApi.WantedRecommendation("S1", ride, 1));
    }

    static Vehicle electric(int charge_m, Place... chargers) {
        return with(new Tank("ELECTRIC", charge_m, charge_m, 60_000, 200, List.of(chargers)));
    }

    private static Vehicle with(Tank tank) {
        return new Vehicle("electric", "U1", PEOPLES_SQUARE, "QT", 4, 4, "C1", tank, List.of(), true, List.of());
    }

    static DayApi.Facts with(DayApi.Facts facts, Charger charger) {
        return new DayApi.Facts(
                facts.snapshot(),
                at("00:00"),
                null,
                0,
                facts.units(),
                null,
                List.of(charger),
                facts.vehicles(),
                facts.drivers(),
                facts.rides());
    }
}
