package org.motorpool.planner.solver;

import static org.motorpool.planner.Plans.HONGQIAO;
import static org.motorpool.planner.Plans.PEOPLES_SQUARE;
import static org.motorpool.planner.Plans.period;
import static org.motorpool.planner.Plans.ride;
import static org.motorpool.planner.Plans.vehicle;

import ai.timefold.solver.core.api.score.stream.test.ConstraintVerifier;
import ai.timefold.solver.core.api.solver.SolutionManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.Plans;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;

class RideConstraintsTest {

    private static final CostWeights WEIGHTS = new CostWeights(2000, 5000, 500);

    private final ConstraintVerifier<RideConstraints, RidePlan> verifier =
            ConstraintVerifier.build(new RideConstraints(), RidePlan.class, PlanVehicle.class, PlanRide.class);

    @Test
    void forbidsABusyVehicle() {
        Vehicle busy = vehicle()
                .free(period("06:00", "22:00"), period("09:00", "09:30"))
                .made();

        verifier.verifyThat(RideConstraints::unsuitableVehicle)
                .givenSolution(serving(busy, ride("09:00", "10:00", busy).made()))
                .penalizes(1);
    }

    @Test
    void allowsASuitableVehicle() {
        Vehicle free = vehicle()
                .free(period("06:00", "22:00"), period("08:00", "09:00"), period("10:00", "11:00"))
                .made();

        verifier.verifyThat(RideConstraints::unsuitableVehicle)
                .givenSolution(serving(free, ride("09:00", "10:00", free).made()))
                .penalizes(0);
    }

    @Test
    void forbidsToArriveLateAfterTheEmptyDrive() {
        Vehicle only = vehicle().made();
        Ride first =
                ride("09:00", "10:00", only).between(PEOPLES_SQUARE, HONGQIAO).made();
        Ride second =
                ride("10:30", "11:00", only).between(PEOPLES_SQUARE, HONGQIAO).made();

        // Hongqiao to People's Square: 17.5 km at 28 km/h = 38 min, 8 min too late; counted from 1
        verifier.verifyThat(RideConstraints::lateArrival)
                .givenSolution(serving(only, first, second))
                .penalizesBy(9);
    }

    @Test
    void allowsToArriveInTime() {
        Vehicle only = vehicle().made();
        Ride first =
                ride("09:00", "10:00", only).between(PEOPLES_SQUARE, HONGQIAO).made();
        Ride second =
                ride("10:38", "11:00", only).between(PEOPLES_SQUARE, HONGQIAO).made();

        verifier.verifyThat(RideConstraints::lateArrival)
                .givenSolution(serving(only, first, second))
                .penalizes(0);
    }

    @Test
    void weighsAnUnservedRideByItsPriority() {
        RidePlan nothingServed = RidePlan.of(
                Plans.solve(
                        List.of(),
                        List.of(
                                ride("09:00", "10:00").made(),
                                ride("09:00", "10:00").urgent(2).made())),
                WEIGHTS);

        verifier.verifyThat(RideConstraints::unservedRide)
                .givenSolution(nothingServed)
                .penalizesBy(1 + 16);
    }

    @Test
    void chargesForAnotherUnitAndForAnotherRegion() {
        Vehicle far = vehicle().of("320500-01", "320500").made();
        RidePlan plan = serving(far, ride("09:00", "10:00", far).made());

        verifier.verifyThat(RideConstraints::otherUnit).givenSolution(plan).penalizesBy(2000);
        verifier.verifyThat(RideConstraints::otherRegion).givenSolution(plan).penalizesBy(5000);
    }

    @Test
    void chargesNothingForTheOwnElectricVehicle() {
        Vehicle own = vehicle().made();
        RidePlan plan = serving(own, ride("09:00", "10:00", own).made());

        verifier.verifyThat(RideConstraints::otherUnit).givenSolution(plan).penalizesBy(0);
        verifier.verifyThat(RideConstraints::otherRegion).givenSolution(plan).penalizesBy(0);
        verifier.verifyThat(RideConstraints::notNewEnergy).givenSolution(plan).penalizesBy(0);
    }

    @Test
    void chargesForBurningFuel() {
        Vehicle petrol = vehicle().burningFuel().made();

        verifier.verifyThat(RideConstraints::notNewEnergy)
                .givenSolution(serving(petrol, ride("09:00", "10:00", petrol).made()))
                .penalizesBy(500);
    }

    @Test
    void chargesEveryKilometreDriven() {
        Vehicle atPickup = vehicle().made();
        RidePlan plan = serving(atPickup, ride("09:00", "10:00", atPickup).made());
        long leg_m = Travel.distance_m(Site.of(PEOPLES_SQUARE), Site.of(HONGQIAO));
        int leg_fen = Math.toIntExact(Math.round(leg_m * 0.080));

        verifier.verifyThat(RideConstraints::approach).givenSolution(plan).penalizesBy(0);
        verifier.verifyThat(RideConstraints::loadedDrive).givenSolution(plan).penalizesBy(leg_fen);
        verifier.verifyThat(RideConstraints::homecoming).givenSolution(plan).penalizesBy(leg_fen);
    }

    private static RidePlan serving(Vehicle vehicle, Ride... rides) {
        RidePlan plan = RidePlan.of(Plans.solve(List.of(vehicle), List.of(rides)), WEIGHTS);
        plan.getVehicles().getFirst().getRides().addAll(plan.getRides());
        SolutionManager.updateShadowVariables(plan);
        return plan;
    }
}
