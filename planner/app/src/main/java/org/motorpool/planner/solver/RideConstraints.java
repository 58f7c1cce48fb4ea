package org.motorpool.planner.solver;

import static java.util.Objects.requireNonNull;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;

/** Hard: a vehicle may and can serve its rides in turn. Medium: rides are served, by priority. Soft: cost in fen. */
public class RideConstraints implements ConstraintProvider {

    private static final long SECONDS_PER_MINUTE = 60;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            unsuitableVehicle(factory),
            lateArrival(factory),
            unservedRide(factory),
            approach(factory),
            loadedDrive(factory),
            homecoming(factory),
            otherUnit(factory),
            otherRegion(factory),
            notNewEnergy(factory)
        };
    }

    Constraint unsuitableVehicle(ConstraintFactory factory) {
        return served(factory)
                .filter(ride -> !vehicle(ride).suits(ride))
                .penalize(HardMediumSoftScore.ofHard(SECONDS_PER_MINUTE))
                .asConstraint("unsuitable vehicle");
    }

    Constraint lateArrival(ConstraintFactory factory) {
        return served(factory)
                .filter(ride -> lateness_s(ride) > 0)
                .penalize(HardMediumSoftScore.ONE_HARD, ride -> 1 + lateness_s(ride) / SECONDS_PER_MINUTE)
                .asConstraint("late arrival");
    }

    Constraint unservedRide(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(PlanRide.class)
                .filter(ride -> ride.getVehicle() == null)
                .penalize(HardMediumSoftScore.ONE_MEDIUM, PlanRide::unservedWeight)
                .asConstraint("unserved ride");
    }

    Constraint approach(ConstraintFactory factory) {
        return served(factory)
                .penalize(HardMediumSoftScore.ONE_SOFT, ride -> vehicle(ride)
                        .running_fen(RideCost.approach_m(vehicle(ride), ride.getPrevious(), ride)))
                .asConstraint("empty drive to the pick-up");
    }

    Constraint loadedDrive(ConstraintFactory factory) {
        return served(factory)
                .penalize(HardMediumSoftScore.ONE_SOFT, ride -> vehicle(ride).running_fen(ride.loaded_m()))
                .asConstraint("loaded drive");
    }

    Constraint homecoming(ConstraintFactory factory) {
        return served(factory)
                .filter(ride -> ride.getNext() == null)
                .penalize(HardMediumSoftScore.ONE_SOFT, ride -> vehicle(ride)
                        .running_fen(RideCost.homecoming_m(vehicle(ride), ride)))
                .asConstraint("empty drive home");
    }

    Constraint otherUnit(ConstraintFactory factory) {
        return served(factory)
                .penalize(HardMediumSoftScore.ONE_SOFT, ride -> RideCost.otherUnit_fen(vehicle(ride), ride))
                .asConstraint("vehicle of another unit");
    }

    Constraint otherRegion(ConstraintFactory factory) {
        return served(factory)
                .penalize(HardMediumSoftScore.ONE_SOFT, ride -> RideCost.otherRegion_fen(vehicle(ride), ride))
                .asConstraint("vehicle of another region");
    }

    Constraint notNewEnergy(ConstraintFactory factory) {
        return served(factory)
                .penalize(HardMediumSoftScore.ONE_SOFT, ride -> RideCost.notNewEnergy_fen(vehicle(ride)))
                .asConstraint("not a new-energy vehicle");
    }

    private static UniConstraintStream<PlanRide> served(ConstraintFactory factory) {
        return factory.forEach(PlanRide.class);
    }

    private static long lateness_s(PlanRide ride) {
        PlanRide previous = ride.getPrevious();
        return previous == null ? 0 : ride.lateness_s(previous);
    }

    private static PlanVehicle vehicle(PlanRide served) {
        return requireNonNull(served.getVehicle());
    }
}
