package org.motorpool.planner.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.PlannerCommand.Period;
import org.motorpool.planner.contract.PlannerCommand.Place;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;

/**
 * Reads a command from before there were days as days: rides by the date on which they begin. Since a vehicle had a price of its own for
 * the kilometre, the vehicles of a unit with one price are a unit here, and those of the same code lend each other for nothing.
 */
final class CommandOfBefore {

    private static final ZoneId PEOPLE = ZoneId.of("Asia/Shanghai");
    private static final Duration LENGTH = Duration.ofHours(36);
    private static final Duration AROUND = Duration.ofHours(4);
    private static final Duration LATE = Duration.ofHours(6);
    private static final int ANY_BAGGAGE = 99;
    private static final String LICENCE = "ANY";

    private final SolvePlan command;
    private final long otherUnit_fen;

    private record Owner(String code, String region, int km_fen) {
        String name() {
            return "%s@%s*%d".formatted(code, region, km_fen);
        }
    }

    CommandOfBefore(SolvePlan command, PlannerConfig.Cost cost) {
        this.command = command;
        this.otherUnit_fen = cost.otherUnitFen();
    }

    List<DayApi.Facts> days() {
        Map<LocalDate, List<Ride>> byDay = command.rides().stream()
                .collect(Collectors.groupingBy(
                        ride -> LocalDate.ofInstant(ride.period().from(), PEOPLE), TreeMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .map(day -> day(day.getKey(), day.getValue()))
                .toList();
    }

    private DayApi.Facts day(LocalDate date, List<Ride> rides) {
        Instant midnight = date.atStartOfDay(PEOPLE).toInstant();
        return new DayApi.Facts(
                "%s.%s".formatted(command.planId(), date),
                midnight,
                null,
                0,
                owners(rides).stream().map(CommandOfBefore::unit).toList(),
                agreements(owners(rides)),
                List.of(),
                command.vehicles().stream().map(CommandOfBefore::vehicle).toList(),
                command.vehicles().stream()
                        .map(vehicle -> driver(vehicle, midnight))
                        .toList(),
                rides.stream().map(ride -> ride(ride, midnight)).toList());
    }

    private SequencedSet<Owner> owners(List<Ride> rides) {
        SequencedSet<Owner> owners = new LinkedHashSet<>();
        command.vehicles().forEach(vehicle -> owners.add(owner(vehicle)));
        rides.forEach(ride -> owners.add(owner(ride)));
        return owners;
    }

    private static Owner owner(Vehicle vehicle) {
        return new Owner(vehicle.unitCode(), vehicle.regionCode(), vehicle.cost_fen_per_km());
    }

    private static Owner owner(Ride ride) {
        return new Owner(ride.unitCode(), ride.regionCode(), 0);
    }

    private static DayApi.Unit unit(Owner owner) {
        Map<String, Integer> km_fen = Map.of("ELECTRIC", owner.km_fen(), "PETROL", owner.km_fen());
        return new DayApi.Unit(owner.name(), owner.region(), new DayApi.Weights(km_fen));
    }

    private List<DayApi.Agreement> agreements(SequencedSet<Owner> owners) {
        List<DayApi.Agreement> all = new ArrayList<>();
        for (Owner owner : owners) {
            for (Owner user : owners) {
                long ride_fen = owner.code().equals(user.code()) ? 0 : otherUnit_fen;
                all.add(new DayApi.Agreement(owner.name(), user.name(), ride_fen, 0));
            }
        }
        return all;
    }

    private static DayApi.Vehicle vehicle(Vehicle vehicle) {
        return new DayApi.Vehicle(
                vehicle.vehicleId().toString(),
                owner(vehicle).name(),
                place(vehicle.home()),
                vehicle.category(),
                vehicle.seats(),
                ANY_BAGGAGE,
                LICENCE,
                new DayApi.Tank(vehicle.newEnergy() ? "ELECTRIC" : "PETROL", 0, 0, 0, 0, List.of()),
                List.of(),
                true,
                vehicle.busy().stream()
                        .map(busy -> new DayApi.Window(busy.from(), busy.to()))
                        .toList());
    }

    private static DayApi.Driver driver(Vehicle vehicle, Instant midnight) {
        Instant from = later(vehicle.available().from(), midnight.minus(AROUND));
        Instant to = earlier(vehicle.available().to(), midnight.plus(LENGTH).plus(AROUND));
        return new DayApi.Driver(
                vehicle.driverId().toString(),
                place(vehicle.home()),
                vehicle.vehicleId().toString(),
                List.of(LICENCE),
                new DayApi.Window(from, later(from, to)),
                0,
                (int) LENGTH.toSeconds());
    }

    private static DayApi.Ride ride(Ride ride, Instant midnight) {
        Period period = ride.period();
        return new DayApi.Ride(
                ride.requestId().toString(),
                owner(ride).name(),
                new DayApi.Stop(place(ride.pickup()), 0),
                List.of(),
                new DayApi.Stop(place(ride.dropoff()), 0),
                new DayApi.Window(period.from(), period.from()),
                earlier(period.to().plus(LATE), midnight.plus(LENGTH)),
                period.to(),
                ride.passengers(),
                0,
                ride.categories(),
                ride.categories().isEmpty()
                        ? List.of()
                        : ride.eligibleVehicles().stream().map(Object::toString).toList(),
                null,
                ride.priority(),
                null,
                null,
                null);
    }

    private static DayApi.Place place(Place place) {
        return new DayApi.Place(place.latitude(), place.longitude(), null);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
