package org.motorpool.planner.solver;

import java.util.Optional;
import org.motorpool.planner.contract.PlannerCommand.Period;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;

/** Why a vehicle cannot serve a ride whatever else the plan holds; in the order in which they are examined. */
enum Obstacle {
    NOT_ELIGIBLE,
    WRONG_CATEGORY,
    TOO_FEW_SEATS,
    OFF_DUTY,
    BUSY;

    static Optional<Obstacle> find(PlanRide ride, PlanVehicle vehicle) {
        Vehicle facts = vehicle.facts();
        if (!ride.admits(vehicle)) {
            return Optional.of(NOT_ELIGIBLE);
        }
        if (!ride.facts().categories().contains(facts.category())) {
            return Optional.of(WRONG_CATEGORY);
        }
        if (facts.seats() < ride.facts().passengers()) {
            return Optional.of(TOO_FEW_SEATS);
        }
        if (isOffDuty(ride, vehicle)) {
            return Optional.of(OFF_DUTY);
        }
        return facts.busy().stream().anyMatch(busy -> overlap(busy, ride.facts().period()))
                ? Optional.of(BUSY)
                : Optional.empty();
    }

    /** The drive from home to the pick-up counts as duty; the drive home afterwards may end later. */
    private static boolean isOffDuty(PlanRide ride, PlanVehicle vehicle) {
        Period available = vehicle.facts().available();
        long pullOut_s = Travel.duration_s(vehicle.home(), ride.pickup());
        return ride.from_s() - pullOut_s < available.from().getEpochSecond()
                || ride.facts().period().to().isAfter(available.to());
    }

    private static boolean overlap(Period one, Period other) {
        return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }
}
