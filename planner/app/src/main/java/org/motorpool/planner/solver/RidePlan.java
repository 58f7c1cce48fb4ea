package org.motorpool.planner.solver;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;

/** All vehicles and rides of one planning, with the score Timefold keeps. */
@PlanningSolution
public class RidePlan {

    @PlanningEntityCollectionProperty
    private List<PlanVehicle> vehicles;

    @PlanningEntityCollectionProperty
    @ValueRangeProvider
    private List<PlanRide> rides;

    @PlanningScore
    private @Nullable HardMediumSoftScore score;

    /** For the solver, which clones. */
    @SuppressWarnings("NullAway.Init")
    public RidePlan() {}

    RidePlan(List<PlanVehicle> vehicles, List<PlanRide> rides) {
        this.vehicles = vehicles;
        this.rides = rides;
    }

    /** The unsolved plan: every ride unserved. */
    static RidePlan of(SolvePlan command, CostWeights weights) {
        List<PlanRide> rides = new ArrayList<>();
        for (Ride ride : command.rides()) {
            rides.add(new PlanRide(rides.size(), ride));
        }
        List<PlanVehicle> vehicles = new ArrayList<>();
        command.vehicles().forEach(vehicle -> vehicles.add(new PlanVehicle(vehicle, weights)));
        vehicles.forEach(vehicle -> vehicle.admit(rides));
        return new RidePlan(vehicles, rides);
    }

    public List<PlanVehicle> getVehicles() {
        return vehicles;
    }

    public List<PlanRide> getRides() {
        return rides;
    }

    public @Nullable HardMediumSoftScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardMediumSoftScore score) {
        this.score = score;
    }
}
