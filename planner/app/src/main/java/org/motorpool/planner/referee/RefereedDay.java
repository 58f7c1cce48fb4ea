package org.motorpool.planner.referee;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.search.day.DayFacts;

/** A day as it was planned, with the score Timefold gives it. */
@PlanningSolution
public class RefereedDay {

    @PlanningEntityCollectionProperty
    private List<RefereedRide> rides;

    @ProblemFactCollectionProperty
    @ValueRangeProvider
    private List<RefereedVehicle> vehicles;

    @ProblemFactCollectionProperty
    private List<Leg> legs;

    @ProblemFactCollectionProperty
    private List<Turn> turns;

    @ProblemFactCollectionProperty
    private List<DayFacts.Agreement> agreements;

    @PlanningScore
    private @Nullable HardMediumSoftScore score;

    /** For the solver, which clones. */
    @SuppressWarnings("NullAway.Init")
    public RefereedDay() {}

    RefereedDay(
            List<RefereedRide> rides,
            List<RefereedVehicle> vehicles,
            List<Leg> legs,
            List<Turn> turns,
            List<DayFacts.Agreement> agreements) {
        this.rides = rides;
        this.vehicles = vehicles;
        this.legs = legs;
        this.turns = turns;
        this.agreements = agreements;
    }

    public List<RefereedRide> getRides() {
        return rides;
    }

    public List<RefereedVehicle> getVehicles() {
        return vehicles;
    }

    public List<Leg> getLegs() {
        return legs;
    }

    public List<Turn> getTurns() {
        return turns;
    }

    public List<DayFacts.Agreement> getAgreements() {
        return agreements;
    }

    public @Nullable HardMediumSoftScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardMediumSoftScore score) {
        this.score = score;
    }
}
