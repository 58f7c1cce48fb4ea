package org.motorpool.planner.search.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.day.DayFacts.Charger;
import org.motorpool.planner.search.day.DayFacts.Energy;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Tank;
import org.motorpool.planner.search.day.DayFacts.Vehicle;
import org.motorpool.planner.search.day.DaySolution.Movement;
import org.motorpool.planner.search.day.Explanation.Relaxation;
import org.motorpool.planner.search.day.Explanation.Relaxed;
import org.motorpool.planner.search.day.Recommendation.Reason;

/** An electric car on the road of {@link Days}, where each place is 14,455 m from the one before. */
class EnergyTest {

    private static final int STEP_M = 14_455;

    /** From home to place 1, on to place 6, and home again. */
    private static final Ride FAR = Days.ride("far", 1, 6, 10);

    @Test
    void saysHowFarARefusedCarWouldHaveToComeAndHowFarItDoes() {
        Recommendation found = Days.running(day(electric(100_000, 100_000))).recommend(FAR, 1);

        Reason.Refused refused = (Reason.Refused) found.others().get(0);
        assertThat(refused.obstacle()).isEqualTo(Obstacle.ENERGY);
        assertThat(refused.shortage().needed_m()).isBetween(12 * STEP_M - 10, 12 * STEP_M + 10);
        assertThat(refused.shortage().available_m()).isEqualTo(90_000); // 10 km stay in the battery
    }

    @Test
    void countsWhatItsOtherRidesNeed() {
        RunningDay running = Days.running(day(electric(150_000, 150_000), Days.ride("R1", 1, 3, 8.5)));

        Recommendation found = running.recommend(Days.ride("R2", 2, 4, 13), 1);

        Reason.Refused refused = (Reason.Refused) found.others().get(0);
        assertThat(refused.shortage().available_m()).isEqualTo(140_000);
        assertThat(refused.shortage().needed_m()).isGreaterThan(140_000);
    }

    @Test
    void takesWhatIsInTheBatteryForTheBeginning() {
        assertThat(Days.running(day(electric(400_000, 100_000)))
                        .recommend(FAR, 1)
                        .best())
                .isEmpty();
        assertThat(Days.running(day(electric(400_000, 190_000)))
                        .recommend(FAR, 1)
                        .best())
                .hasSize(1);
    }

    @Test
    void neverRefusesACarThatFillsUpInAMoment() {
        DayFacts facts = Days.facts(List.of(Days.car("petrol", 0)), List.of(Days.driver("driver", 0)), List.of());
        assertThat(Days.running(facts).recommend(FAR, 1).best()).hasSize(1);
    }

    @Test
    void namesTheKilometresThatWouldDo() {
        Explanation.Unserved unserved = (Explanation.Unserved)
                Days.running(day(electric(100_000, 100_000), FAR)).explain(0);

        assertThat(unserved.binding()).containsEntry(Obstacle.ENERGY, 1);
        assertThat(unserved.relaxations())
                .extracting(Relaxed::change)
                .contains(new Relaxation.MoreEnergy(84)); // 12 × 14.455 km − 90 km
    }

    @Test
    void explainingLeavesTheBatteryAsItWas() {
        RunningDay running = Days.running(day(electric(100_000, 100_000), FAR));
        Explanation before = running.explain(0);
        assertThat(running.explain(0)).isEqualTo(before);
        assertThat(running.recommend(FAR, 1).best()).isEmpty();
    }

    @Test
    void chargesBetweenTwoRides() {
        Ride morning = Days.ride("morning", 1, 3, 9);
        Ride afternoon = Days.ride("afternoon", 2, 3, 14);
        DayFacts facts = day(electric(100_000, 100_000, 3), morning, afternoon);

        RunningDay running = Days.running(with(facts, List.of(new Charger(3, 40_000, 1))));

        assertThat(running.solution().unserved()).isEmpty();
        assertThat(running.solution().routes().getFirst().movements())
                .filteredOn(Movement.Charge.class::isInstance)
                .singleElement()
                .satisfies(charge -> assertThat(charge.place()).isEqualTo(3));
        assertThat(Days.running(facts).solution().unserved()).hasSize(1);
    }

    @Test
    void takesALateRequestAsFarAsItsBatteryGoesOrOverACharger() {
        assertThat(afterALateRequest(electric(170_000, 170_000), List.of()).unserved())
                .containsExactly(1);
        assertThat(afterALateRequest(electric(200_000, 200_000), List.of()).unserved())
                .isEmpty();
        assertThat(afterALateRequest(electric(170_000, 170_000, 3), List.of(new Charger(3, 40_000, 1)))
                        .unserved())
                .isEmpty();
    }

    /** At noon, for the afternoon; each ride takes 87 km with the way there and home. */
    private static Replanned afterALateRequest(Vehicle electric, List<Charger> chargers) {
        RunningDay running = Days.running(with(day(electric, Days.ride("morning", 1, 3, 9)), chargers));
        return running.apply(new DayEvent.Requested(12 * Days.HOUR_S, Days.ride("afternoon", 1, 3, 14)));
    }

    private static Vehicle electric(int range_m, int charge_m, Integer... chargers) {
        Tank tank = new Tank(Energy.ELECTRIC, range_m, charge_m, 40_000, 200, List.of(chargers));
        return new Vehicle("electric", 0, 0, 0, 4, 4, 0, tank, Set.of(), true, List.of());
    }

    private static DayFacts day(Vehicle car, Ride... rides) {
        return Days.facts(List.of(car), List.of(Days.driver("driver", 0)), List.of(rides));
    }

    private static DayFacts with(DayFacts facts, List<Charger> chargers) {
        return new DayFacts(
                facts.now_s(),
                facts.places(),
                facts.units(),
                facts.agreements(),
                chargers,
                facts.vehicles(),
                facts.drivers(),
                facts.rides());
    }
}
