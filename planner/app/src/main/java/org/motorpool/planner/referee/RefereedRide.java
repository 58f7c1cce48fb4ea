package org.motorpool.planner.referee;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Sharing;

/** A ride and the vehicle that serves it, if one does. */
@PlanningEntity
public class RefereedRide {

    @PlanningId
    private Integer number;

    private DayFacts.Ride facts;
    private DayFacts.Unit user;
    private boolean rented;
    private int driver = DayFacts.NONE;
    private int begin_s;
    private int end_s;

    @PlanningVariable(allowsUnassigned = true)
    private @Nullable RefereedVehicle vehicle;

    /** For the solver, which clones. */
    @SuppressWarnings("NullAway.Init")
    public RefereedRide() {}

    RefereedRide(int number, DayFacts.Ride facts, DayFacts.Unit user, boolean rented) {
        this.number = number;
        this.facts = facts;
        this.user = user;
        this.rented = rented;
    }

    /** Riders get on at the beginning, and are there at the end. */
    void serve(RefereedVehicle by, int who, int from_s, int to_s) {
        vehicle = by;
        driver = who;
        begin_s = from_s;
        end_s = to_s;
    }

    DayFacts.Ride facts() {
        return facts;
    }

    DayFacts.Unit user() {
        return user;
    }

    int driver() {
        return driver;
    }

    boolean isRented() {
        return rented;
    }

    /** Seconds before or after what was asked for. */
    int off_s() {
        int early_s = Math.max(0, facts.pickupTime().from_s() - begin_s);
        int late_s = Math.max(0, begin_s - facts.pickupTime().to_s());
        return early_s + late_s + Math.max(0, end_s - facts.latestDropoff_s());
    }

    boolean isOnBoardWith(RefereedRide other) {
        return begin_s < other.end_s && other.begin_s < end_s;
    }

    boolean mayShareWith(RefereedRide other) {
        return facts.sharing() instanceof Sharing.Pooled(int _, int ours)
                && other.facts.sharing() instanceof Sharing.Pooled(int _, int theirs)
                && ours == theirs;
    }

    /** One ride of a priority outweighs three of the priority below. */
    long absentWeight() {
        return 1L << (2 * facts.priority());
    }

    public Integer getNumber() {
        return number;
    }

    public @Nullable RefereedVehicle getVehicle() {
        return vehicle;
    }

    public void setVehicle(@Nullable RefereedVehicle vehicle) {
        this.vehicle = vehicle;
    }
}
