package org.motorpool.planner.solver;

import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;

/** What a ride costs with a vehicle, in fen: the arithmetic that greedy insertion and the solver's constraints share. */
final class RideCost {

    private RideCost() {}

    /** Empty metres from where the vehicle stands to the pick-up. */
    static long approach_m(PlanVehicle vehicle, @Nullable PlanRide previous, PlanRide ride) {
        Site start = previous == null ? vehicle.home() : previous.dropoff();
        return Travel.distance_m(start, ride.pickup());
    }

    /** Empty metres home after the last ride. */
    static long homecoming_m(PlanVehicle vehicle, PlanRide last) {
        return Travel.distance_m(last.dropoff(), vehicle.home());
    }

    static long otherUnit_fen(PlanVehicle vehicle, PlanRide ride) {
        return sameUnit(vehicle.facts(), ride.facts()) ? 0 : vehicle.weights().otherUnit_fen();
    }

    static long otherRegion_fen(PlanVehicle vehicle, PlanRide ride) {
        return sameRegion(vehicle.facts(), ride.facts()) ? 0 : vehicle.weights().otherRegion_fen();
    }

    static long notNewEnergy_fen(PlanVehicle vehicle) {
        return vehicle.facts().newEnergy() ? 0 : vehicle.weights().notNewEnergy_fen();
    }

    /** What putting {@code ride} between two neighbours adds; {@code null} stands for home. */
    static long insertion_fen(
            PlanVehicle vehicle, @Nullable PlanRide previous, PlanRide ride, @Nullable PlanRide next) {
        long added_fen = vehicle.running_fen(approach_m(vehicle, previous, ride))
                + with_fen(vehicle, ride)
                + vehicle.running_fen(onward_m(vehicle, ride, next));
        return added_fen - removedLeg_fen(vehicle, previous, next);
    }

    /** What the ride costs with this vehicle, wherever it comes from and goes to. */
    static long with_fen(PlanVehicle vehicle, PlanRide ride) {
        return vehicle.running_fen(ride.loaded_m())
                + otherUnit_fen(vehicle, ride)
                + otherRegion_fen(vehicle, ride)
                + notNewEnergy_fen(vehicle);
    }

    private static long removedLeg_fen(PlanVehicle vehicle, @Nullable PlanRide previous, @Nullable PlanRide next) {
        if (next != null) {
            return vehicle.running_fen(approach_m(vehicle, previous, next));
        }
        return previous == null ? 0 : vehicle.running_fen(homecoming_m(vehicle, previous));
    }

    private static long onward_m(PlanVehicle vehicle, PlanRide ride, @Nullable PlanRide next) {
        return next == null ? homecoming_m(vehicle, ride) : approach_m(vehicle, ride, next);
    }

    private static boolean sameUnit(Vehicle vehicle, Ride ride) {
        return vehicle.unitCode().equals(ride.unitCode());
    }

    private static boolean sameRegion(Vehicle vehicle, Ride ride) {
        return vehicle.regionCode().equals(ride.regionCode());
    }
}
