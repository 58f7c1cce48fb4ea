package org.motorpool.planner.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What dispatch asks of the planner; the stream is keyed by {@link #planningUnit()}. */
public sealed interface PlannerCommand {

    /** Topic of this stream. */
    String TOPIC = "motorpool.planner.command.v1";

    /** The value of {@code type} on the wire for each record. Names are only ever added. */
    Map<String, Class<? extends PlannerCommand>> WIRE_TYPES =
            Map.of("solve-plan", SolvePlan.class, "stop-plan", StopPlan.class);

    UUID planId();

    /** Code of the unit whose dispatcher plans. */
    String planningUnit();

    /**
     * Assign rides to vehicles with their drivers.
     *
     * @param seconds solving time, 1 to 600 s
     * @param seed the same seed and input give the same plan when the solver ends by steps, not by time
     * @param vehicles of commands from before there were {@code days}; empty beside them
     * @param rides the same
     * @param days one after the other, each with all that it is made of; pinned rides are orders there are already, every other one is to
     *     be planned. Ids of vehicles, drivers and rides are UUIDs. Empty in commands from before
     */
    record SolvePlan(
            UUID planId,
            String planningUnit,
            int seconds,
            long seed,
            List<Vehicle> vehicles,
            List<Ride> rides,
            List<DayApi.Facts> days)
            implements PlannerCommand {
        public SolvePlan {
            if (rides == null && days == null) {
                throw new IllegalArgumentException("days must be given");
            }
            vehicles = vehicles == null ? List.of() : List.copyOf(vehicles);
            rides = rides == null ? List.of() : List.copyOf(rides);
            days = days == null ? List.of() : List.copyOf(days);
        }

        /** A command without days. */
        public SolvePlan(
                UUID planId, String planningUnit, int seconds, long seed, List<Vehicle> vehicles, List<Ride> rides) {
            this(planId, planningUnit, seconds, seed, vehicles, rides, List.of());
        }
    }

    /** End the solving of a plan with the best found so far. */
    record StopPlan(UUID planId, String planningUnit) implements PlannerCommand {}

    /** A place, WGS-84 degrees. */
    record Place(double latitude, double longitude) {}

    /** Half-open period [from, to), UTC. */
    record Period(Instant from, Instant to) {
        public Period {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("from (%s) must be before to (%s)".formatted(from, to));
            }
        }
    }

    /**
     * A vehicle with the driver who is on duty with it.
     *
     * @param seats passengers it takes beside the driver, 1 or more
     * @param home where it starts and returns to
     * @param available when it may be used
     * @param busy periods already promised to other orders
     * @param cost_fen_per_km running cost, fen per kilometre
     * @param newEnergy counts as a new-energy vehicle
     */
    record Vehicle(
            UUID vehicleId,
            UUID driverId,
            String unitCode,
            String regionCode,
            String category,
            int seats,
            Place home,
            Period available,
            List<Period> busy,
            int cost_fen_per_km,
            boolean newEnergy) {
        public Vehicle {
            busy = List.copyOf(busy);
        }
    }

    /**
     * One exclusive ride: pick-up at {@code period.from}, vehicle bound until {@code period.to}.
     *
     * @param passengers 1 or more
     * @param categories vehicle categories that may serve it
     * @param eligibleVehicles ids of the vehicles that rules, agreements and sharing offers allow
     * @param priority 0 ordinary to 9 emergency
     */
    record Ride(
            UUID requestId,
            String unitCode,
            String regionCode,
            Place pickup,
            Place dropoff,
            Period period,
            int passengers,
            List<String> categories,
            List<UUID> eligibleVehicles,
            int priority) {
        public Ride {
            categories = List.copyOf(categories);
            eligibleVehicles = List.copyOf(eligibleVehicles);
        }
    }
}
