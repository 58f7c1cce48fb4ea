package org.motorpool.planner.solver;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;

/** A vehicle and, in driving order, the rides the plan gives it. */
@PlanningEntity
public class PlanVehicle {

    @PlanningId
    private UUID vehicleId;

    private Vehicle facts;
    private Site home;
    private CostWeights weights;
    private BitSet suitableRides;

    @PlanningListVariable(allowsUnassignedValues = true)
    private List<PlanRide> rides = new ArrayList<>();

    /** For the solver, which clones. */
    @SuppressWarnings("NullAway.Init")
    public PlanVehicle() {}

    PlanVehicle(Vehicle facts, CostWeights weights) {
        this.vehicleId = facts.vehicleId();
        this.facts = facts;
        this.home = Site.of(facts.home());
        this.weights = weights;
        this.suitableRides = new BitSet();
    }

    /** Remembers which of the rides nothing forbids, whatever else the plan gives this vehicle. */
    void admit(List<PlanRide> candidates) {
        for (PlanRide ride : candidates) {
            suitableRides.set(ride.index(), Obstacle.find(ride, this).isEmpty());
        }
    }

    boolean suits(PlanRide ride) {
        return suitableRides.get(ride.index());
    }

    Vehicle facts() {
        return facts;
    }

    Site home() {
        return home;
    }

    CostWeights weights() {
        return weights;
    }

    /** Running cost of a leg, fen. */
    long running_fen(long distance_m) {
        return (distance_m * facts.cost_fen_per_km() + 500) / 1000;
    }

    public List<PlanRide> getRides() {
        return rides;
    }

    public void setRides(List<PlanRide> rides) {
        this.rides = rides;
    }

    public UUID getVehicleId() {
        return vehicleId;
    }

    @Override
    public String toString() {
        return "vehicle " + vehicleId;
    }
}
