package org.motorpool.planner.solver;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.InverseRelationShadowVariable;
import ai.timefold.solver.core.api.domain.variable.NextElementShadowVariable;
import ai.timefold.solver.core.api.domain.variable.PreviousElementShadowVariable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.PlannerCommand.Ride;

/** One exclusive ride, knowing the vehicle that serves it and its neighbours in that vehicle's day. */
@PlanningEntity
public class PlanRide {

    @PlanningId
    private UUID requestId;

    private int index;
    private Ride facts;
    private Set<UUID> eligibleVehicles;
    private Site pickup;
    private Site dropoff;
    private long from_s;
    private long to_s;
    private long loaded_m;

    @InverseRelationShadowVariable(sourceVariableName = "rides")
    private @Nullable PlanVehicle vehicle;

    @PreviousElementShadowVariable(sourceVariableName = "rides")
    private @Nullable PlanRide previous;

    @NextElementShadowVariable(sourceVariableName = "rides")
    private @Nullable PlanRide next;

    /** For the solver, which clones. */
    @SuppressWarnings("NullAway.Init")
    public PlanRide() {}

    PlanRide(int index, Ride facts) {
        this.requestId = facts.requestId();
        this.index = index;
        this.facts = facts;
        this.eligibleVehicles = Set.copyOf(facts.eligibleVehicles());
        this.pickup = Site.of(facts.pickup());
        this.dropoff = Site.of(facts.dropoff());
        this.from_s = facts.period().from().getEpochSecond();
        this.to_s = facts.period().to().plusNanos(999_999_999).getEpochSecond();
        this.loaded_m = Travel.distance_m(pickup, dropoff);
    }

    /** Position in the plan's list of rides. */
    int index() {
        return index;
    }

    Ride facts() {
        return facts;
    }

    boolean admits(PlanVehicle candidate) {
        return eligibleVehicles.contains(candidate.facts().vehicleId());
    }

    Site pickup() {
        return pickup;
    }

    Site dropoff() {
        return dropoff;
    }

    long from_s() {
        return from_s;
    }

    long to_s() {
        return to_s;
    }

    long loaded_m() {
        return loaded_m;
    }

    /** Weight of leaving this ride out: one ride of a priority outweighs three of the priority below. */
    long unservedWeight() {
        return 1L << (2 * facts.priority());
    }

    /** How late, in seconds, a vehicle arrives here that served {@code before} last; 0 when in time. */
    long lateness_s(PlanRide before) {
        long arrival_s = before.to_s + Travel.duration_s(before.dropoff, pickup);
        return Math.max(0, arrival_s - from_s);
    }

    public @Nullable PlanVehicle getVehicle() {
        return vehicle;
    }

    public void setVehicle(@Nullable PlanVehicle vehicle) {
        this.vehicle = vehicle;
    }

    public @Nullable PlanRide getPrevious() {
        return previous;
    }

    public void setPrevious(@Nullable PlanRide previous) {
        this.previous = previous;
    }

    public @Nullable PlanRide getNext() {
        return next;
    }

    public void setNext(@Nullable PlanRide next) {
        this.next = next;
    }

    public UUID getRequestId() {
        return requestId;
    }

    @Override
    public String toString() {
        return "ride " + requestId;
    }
}
