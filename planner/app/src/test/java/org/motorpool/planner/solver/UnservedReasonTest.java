package org.motorpool.planner.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.planner.Plans.NANJING;
import static org.motorpool.planner.Plans.period;
import static org.motorpool.planner.Plans.ride;
import static org.motorpool.planner.Plans.solve;
import static org.motorpool.planner.Plans.vehicle;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;
import org.motorpool.planner.contract.PlannerEvent.Unserved;

class UnservedReasonTest {

    @Test
    void saysThatThePlanHasNoEligibleVehicle() {
        Vehicle notAllowed = vehicle().made();
        Ride ride = ride("09:00", "10:00", vehicle().made(), vehicle().made()).made();

        assertThat(only(List.of(notAllowed), ride))
                .isEqualTo(new Unserved(
                        ride.requestId(),
                        "no-eligible-vehicle",
                        "该申请允许使用的 2 辆车均不在本次排班的 1 辆车中 / None of the 2 vehicles that the request may use is"
                                + " among the 1 vehicles of this plan"));
    }

    @Test
    void countsNoVehicleAtAllAsNoEligibleVehicle() {
        Ride ride = ride("09:00", "10:00").made();

        assertThat(only(List.of(), ride).code()).isEqualTo("no-eligible-vehicle");
    }

    @Test
    void namesTheCategories() {
        Vehicle police = vehicle().seating(4, "LAW_ENFORCEMENT").made();
        Ride ride = ride("09:00", "10:00", police).made();

        assertThat(only(List.of(police), ride))
                .isEqualTo(new Unserved(
                        ride.requestId(),
                        "category-not-allowed",
                        "可用的 1 辆车类别为 LAW_ENFORCEMENT，该申请只允许 GENERAL / The 1 eligible vehicles are of category"
                                + " LAW_ENFORCEMENT, the request allows only GENERAL"));
    }

    @Test
    void namesPassengersAndTheLargestVehicle() {
        Vehicle small = vehicle().made();
        Vehicle larger = vehicle().seating(6, "GENERAL").made();
        Ride ride = ride("09:00", "10:00", small, larger).carrying(7).made();

        assertThat(only(List.of(small, larger), ride))
                .isEqualTo(new Unserved(
                        ride.requestId(),
                        "too-few-seats",
                        "乘车 7 人，类别相符的 2 辆可用车辆最多载客 6 人 / 7 passengers, but the largest of the 2 eligible"
                                + " vehicles of an allowed category seats 6"));
    }

    @Test
    void countsWhyNoVehicleIsFree() {
        Vehicle lateShift = vehicle().free(period("12:00", "22:00")).made();
        Vehicle tooFar = vehicle().at(NANJING).free(period("08:00", "22:00")).made();
        Vehicle busy = vehicle()
                .free(period("06:00", "22:00"), period("09:30", "09:45"))
                .made();
        Ride ride = ride("09:00", "10:00", lateShift, tooFar, busy).made();

        assertThat(only(List.of(lateShift, tooFar, busy), ride))
                .isEqualTo(new Unserved(
                        ride.requestId(),
                        "no-vehicle-free",
                        "10-12 09:00–10-12 10:00 期间合适的 3 辆车均不空闲：2 辆不在可用时段或来不及从驻地赶到，1 辆已有其他派车单，"
                                + "0 辆已派给本次其他行程 / None of the 3 suitable vehicles is free during 10-12 09:00–10-12"
                                + " 10:00: 2 outside their available period or too far from home to arrive in time, 1"
                                + " promised to other orders, 0 taken by other rides of this plan"));
    }

    private static Unserved only(List<Vehicle> vehicles, Ride ride) {
        SolverSettings settings = new SolverSettings(new CostWeights(0, 0, 0), 10);
        return new SolveRun(solve(vehicles, List.of(ride)), settings)
                .solve()
                .unserved()
                .getFirst();
    }
}
