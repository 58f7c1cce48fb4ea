package org.motorpool.planner;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.motorpool.planner.contract.PlannerCommand.Period;
import org.motorpool.planner.contract.PlannerCommand.Place;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerCommand.StopPlan;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;

/** Valid planning input: by default a Shanghai unit on 2026-10-12, where each test shows what differs. */
public final class Plans {

    public static final String UNIT = "310000-01";
    public static final Place PEOPLES_SQUARE = new Place(31.2304, 121.4737);
    public static final Place HONGQIAO = new Place(31.1979, 121.3363);
    public static final Place SUZHOU = new Place(31.2989, 120.5853);
    public static final Place NANJING = new Place(32.0603, 118.7969);

    private Plans() {}

    public static SolvePlan solve(List<Vehicle> vehicles, List<Ride> rides) {
        return new SolvePlan(UUID.randomUUID(), UNIT, 10, 1L, vehicles, rides);
    }

    public static StopPlan stop(SolvePlan plan) {
        return new StopPlan(plan.planId(), plan.planningUnit());
    }

    /** On 2026-10-12 in Shanghai. */
    public static Period period(String from, String to) {
        return new Period(instant(from), instant(to));
    }

    private static Instant instant(String time) {
        return Instant.parse("2026-10-12T%s:00+08:00".formatted(time));
    }

    public static VehicleMaker vehicle() {
        return new VehicleMaker(new Vehicle(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UNIT,
                "310000",
                "GENERAL",
                4,
                PEOPLES_SQUARE,
                period("06:00", "22:00"),
                List.of(),
                80,
                true));
    }

    public static RideMaker ride(String from, String to, Vehicle... eligible) {
        return new RideMaker(new Ride(
                UUID.randomUUID(),
                UNIT,
                "310000",
                PEOPLES_SQUARE,
                HONGQIAO,
                period(from, to),
                2,
                List.of("GENERAL"),
                Arrays.stream(eligible).map(Vehicle::vehicleId).toList(),
                0));
    }

    /** Changes one thing of a vehicle at a time. */
    public record VehicleMaker(Vehicle made) {
        public VehicleMaker of(String unitCode, String regionCode) {
            return new VehicleMaker(new Vehicle(
                    made.vehicleId(),
                    made.driverId(),
                    unitCode,
                    regionCode,
                    made.category(),
                    made.seats(),
                    made.home(),
                    made.available(),
                    made.busy(),
                    made.cost_fen_per_km(),
                    made.newEnergy()));
        }

        public VehicleMaker at(Place home) {
            return new VehicleMaker(new Vehicle(
                    made.vehicleId(),
                    made.driverId(),
                    made.unitCode(),
                    made.regionCode(),
                    made.category(),
                    made.seats(),
                    home,
                    made.available(),
                    made.busy(),
                    made.cost_fen_per_km(),
                    made.newEnergy()));
        }

        public VehicleMaker seating(int seats, String category) {
            return new VehicleMaker(new Vehicle(
                    made.vehicleId(),
                    made.driverId(),
                    made.unitCode(),
                    made.regionCode(),
                    category,
                    seats,
                    made.home(),
                    made.available(),
                    made.busy(),
                    made.cost_fen_per_km(),
                    made.newEnergy()));
        }

        public VehicleMaker free(Period available, Period... busy) {
            return new VehicleMaker(new Vehicle(
                    made.vehicleId(),
                    made.driverId(),
                    made.unitCode(),
                    made.regionCode(),
                    made.category(),
                    made.seats(),
                    made.home(),
                    available,
                    List.of(busy),
                    made.cost_fen_per_km(),
                    made.newEnergy()));
        }

        public VehicleMaker burningFuel() {
            return new VehicleMaker(new Vehicle(
                    made.vehicleId(),
                    made.driverId(),
                    made.unitCode(),
                    made.regionCode(),
                    made.category(),
                    made.seats(),
                    made.home(),
                    made.available(),
                    made.busy(),
                    made.cost_fen_per_km(),
                    false));
        }
    }

    /** Changes one thing of a ride at a time. */
    public record RideMaker(Ride made) {
        public RideMaker between(Place pickup, Place dropoff) {
            return new RideMaker(new Ride(
                    made.requestId(),
                    made.unitCode(),
                    made.regionCode(),
                    pickup,
                    dropoff,
                    made.period(),
                    made.passengers(),
                    made.categories(),
                    made.eligibleVehicles(),
                    made.priority()));
        }

        public RideMaker carrying(int passengers) {
            return new RideMaker(new Ride(
                    made.requestId(),
                    made.unitCode(),
                    made.regionCode(),
                    made.pickup(),
                    made.dropoff(),
                    made.period(),
                    passengers,
                    made.categories(),
                    made.eligibleVehicles(),
                    made.priority()));
        }

        public RideMaker urgent(int priority) {
            return new RideMaker(new Ride(
                    made.requestId(),
                    made.unitCode(),
                    made.regionCode(),
                    made.pickup(),
                    made.dropoff(),
                    made.period(),
                    made.passengers(),
                    made.categories(),
                    made.eligibleVehicles(),
                    priority));
        }
    }
}
