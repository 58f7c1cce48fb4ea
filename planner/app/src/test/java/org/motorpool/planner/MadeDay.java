package org.motorpool.planner;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.motorpool.planner.contract.PlannerCommand.Period;
import org.motorpool.planner.contract.PlannerCommand.Place;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;

/** A made day of official rides in two cities and several units, the same for the same seed. */
public final class MadeDay {

    private static final Instant MIDNIGHT = Instant.parse("2026-10-12T00:00:00+08:00");
    private static final List<String> CATEGORIES = List.of("GENERAL", "LAW_ENFORCEMENT", "COMMUNICATION");
    private static final int UNITS_PER_REGION = 4;

    private static final List<City> CITIES =
            List.of(new City("310000", Plans.PEOPLES_SQUARE), new City("320000", Plans.NANJING));

    private record City(String regionCode, Place centre) {}

    private final Random random;

    private MadeDay(long seed) {
        this.random = new Random(seed);
    }

    public static SolvePlan of(int rides, int vehicles, long seed) {
        MadeDay day = new MadeDay(seed);
        List<Vehicle> fleet =
                IntStream.range(0, vehicles).mapToObj(_ -> day.vehicle()).toList();
        List<Ride> wishes =
                IntStream.range(0, rides).mapToObj(_ -> day.ride(fleet)).toList();
        return new SolvePlan(day.id(), Plans.UNIT, 30, seed, fleet, wishes);
    }

    private Vehicle vehicle() {
        City city = pick(CITIES);
        int from_min = 60 * (6 + random.nextInt(3));
        Period busy = period(60 * (9 + random.nextInt(8)), 60);
        return new Vehicle(
                id(),
                id(),
                unit(city),
                city.regionCode(),
                pick(CATEGORIES),
                pick(List.of(4, 4, 6, 16)),
                around(city.centre()),
                period(from_min, 12 * 60),
                random.nextInt(3) == 0 ? List.of(busy) : List.of(),
                pick(List.of(30, 80, 120)),
                random.nextBoolean());
    }

    private Ride ride(List<Vehicle> fleet) {
        City city = pick(CITIES);
        String unit = unit(city);
        List<UUID> eligible = fleet.stream()
                .filter(vehicle -> vehicle.unitCode().equals(unit) || random.nextInt(3) == 0)
                .map(Vehicle::vehicleId)
                .toList();
        return new Ride(
                id(),
                unit,
                city.regionCode(),
                around(city.centre()),
                around(city.centre()),
                period(8 * 60 + 15 * random.nextInt(36), 60 + 15 * random.nextInt(8)),
                1 + random.nextInt(6),
                List.of(CATEGORIES.getFirst(), pick(CATEGORIES)),
                eligible,
                random.nextInt(10) == 0 ? 5 : 0);
    }

    private String unit(City city) {
        return city.regionCode() + "-0" + (1 + random.nextInt(UNITS_PER_REGION));
    }

    private Place around(Place centre) {
        return new Place(
                centre.latitude() + random.nextDouble(-0.15, 0.15),
                centre.longitude() + random.nextDouble(-0.15, 0.15));
    }

    private static Period period(int from_min, int length_min) {
        Instant from = MIDNIGHT.plus(Duration.ofMinutes(from_min));
        return new Period(from, from.plus(Duration.ofMinutes(length_min)));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
