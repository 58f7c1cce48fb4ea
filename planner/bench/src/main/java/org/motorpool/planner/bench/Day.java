package org.motorpool.planner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.motorpool.planner.search.ExclusiveModel;
import org.motorpool.planner.search.ExclusiveProblem;

/**
 * A made day of exclusive official trips: lines {@code depot,id,lat,lon}, {@code vehicle,id,depot,class} and {@code
 * trip,id,pick_lat,pick_lon,drop_lat,drop_lon,depart_min,window_min,duration_min,class}; ids count from 0.
 */
record Day(String name, List<Spot> depots, List<Vehicle> vehicles, List<Trip> trips) implements ExclusiveModel {

    /** Minutes of dead-head that a vehicle costs when it is used. */
    static final int VEHICLE_COST = 120;

    /** What a trip costs that is left out: far more than any way of serving it. */
    private static final long UNSERVED = 1_000_000;

    private static final double EARTH_KM = 6371;
    private static final double DETOUR = 1.3;
    private static final double TOWN_KM = 20;
    private static final double TOWN_KMH = 28;
    private static final double ROAD_KMH = 75;

    /** A place, with what the great circle needs: sine and cosine are dear. */
    record Spot(double latitude_rad, double longitude_rad, double cosine) {

        static Spot of(double latitude, double longitude) {
            double latitude_rad = Math.toRadians(latitude);
            return new Spot(latitude_rad, Math.toRadians(longitude), Math.cos(latitude_rad));
        }

        /** Minutes to drive: great circle with a detour, slow in town. */
        int deadHead_min(Spot other) {
            double north = Math.sin((other.latitude_rad - latitude_rad) / 2);
            double east = Math.sin((other.longitude_rad - longitude_rad) / 2);
            double chord = north * north + cosine * other.cosine * east * east;
            double km = 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord))) * DETOUR;
            double hours = km <= TOWN_KM ? km / TOWN_KMH : TOWN_KM / TOWN_KMH + (km - TOWN_KM) / ROAD_KMH;
            return (int) Math.ceil(60 * hours);
        }
    }

    record Vehicle(int depot, int vehicleClass) {}

    record Trip(Spot pickup, Spot dropoff, int depart_min, int window_min, int duration_min, int leastClass) {}

    Day {
        depots = List.copyOf(depots);
        vehicles = List.copyOf(vehicles);
        trips = List.copyOf(trips);
    }

    static Day read(Path file) throws IOException {
        List<Spot> depots = new ArrayList<>();
        List<Vehicle> vehicles = new ArrayList<>();
        List<Trip> trips = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            double[] n = numbers(file, line);
            switch (line.substring(0, line.indexOf(',')) + n.length) {
                case "depot3" -> depots.add(Spot.of(n[1], n[2]));
                case "vehicle3" -> vehicles.add(new Vehicle((int) n[1], (int) n[2]));
                case "trip9" ->
                    trips.add(new Trip(
                            Spot.of(n[1], n[2]), Spot.of(n[3], n[4]), (int) n[5], (int) n[6], (int) n[7], (int) n[8]));
                default ->
                    throw new IllegalArgumentException("%s: no depot, vehicle or trip: %s".formatted(file, line));
            }
        }
        return new Day(file.getFileName().toString().replaceFirst("\\.csv$", ""), depots, vehicles, trips);
    }

    private static double[] numbers(Path file, String line) {
        try {
            return Arrays.stream(line.split(","))
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s: not numbers: %s".formatted(file, line), e);
        }
    }

    /** How far one drives in so many minutes of dead-head. */
    static double km(int minutes) {
        double town_min = 60 * TOWN_KM / TOWN_KMH;
        return minutes <= town_min ? minutes * TOWN_KMH / 60 : TOWN_KM + (minutes - town_min) * ROAD_KMH / 60;
    }

    ExclusiveProblem problem() {
        return new ExclusiveProblem(
                trips.stream()
                        .map(trip -> new ExclusiveProblem.Ride(
                                trip.depart_min(),
                                trip.depart_min() + trip.window_min(),
                                trip.duration_min(),
                                UNSERVED))
                        .toList(),
                vehicles.stream().map(Vehicle::depot).toList(),
                VEHICLE_COST,
                this);
    }

    @Override
    public int between(int trip, int next) {
        return trips.get(trip).dropoff().deadHead_min(trips.get(next).pickup());
    }

    @Override
    public int out(int depot, int trip) {
        return depots.get(depot).deadHead_min(trips.get(trip).pickup());
    }

    @Override
    public int back(int trip, int depot) {
        return trips.get(trip).dropoff().deadHead_min(depots.get(depot));
    }

    @Override
    public int time(int minutes) {
        return minutes;
    }

    @Override
    public int cost(int vehicle, int minutes) {
        return minutes;
    }

    @Override
    public int rate(int vehicle) {
        return 0;
    }

    @Override
    public boolean suits(int vehicle, int trip) {
        return vehicles.get(vehicle).vehicleClass() >= trips.get(trip).leastClass();
    }

    @Override
    public int surcharge(int vehicle, int trip) {
        return 0;
    }
}
