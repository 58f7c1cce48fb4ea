package org.motorpool.planner.bench.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Agreement;
import org.motorpool.planner.search.day.DayFacts.Charger;
import org.motorpool.planner.search.day.DayFacts.Driver;
import org.motorpool.planner.search.day.DayFacts.Energy;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Tank;
import org.motorpool.planner.search.day.DayFacts.TimeFactor;
import org.motorpool.planner.search.day.DayFacts.Unit;
import org.motorpool.planner.search.day.DayFacts.Vehicle;
import org.motorpool.planner.search.day.DayFacts.Weights;
import org.motorpool.planner.search.day.DayFacts.Window;

/**
 * A day of two corridors with everything the model has: units with agreements, sealed vehicles, electric ones with chargers, bound and
 * free drivers in three shifts, rush hours. The same seed makes the same day.
 */
final class MadeDay {

    /** Vehicle categories: 轿车, 越野车, 商务车, 中型客车, 机要通信车. */
    static final int SEDAN = 0;

    static final int OFF_ROAD = 1;
    static final int MPV = 2;
    static final int MINIBUS = 3;
    static final int CONFIDENTIAL = 4;

    /** Licences C1 and B1. */
    static final int C1 = 0;

    static final int B1 = 1;

    static final int HOUR_S = 3600;

    /** From seven to nine and from five to seven a way takes so many times as long. */
    static final double RUSH_HOURS = 1.5;

    private static final int PARKING_PLACES = 6;
    private static final int UNITS_PER_WEIGHT = 3;
    private static final int[] SEATS = {4, 4, 6, 18, 4};
    private static final int[] BOOT = {3, 4, 6, 12, 3};

    private static final Weights WEIGHTS = new Weights(
            Map.of(Energy.ELECTRIC, 35, Energy.HYBRID, 55, Energy.PETROL, 80, Energy.DIESEL, 90),
            20,
            2_000,
            6_000,
            12_000,
            8_000,
            3_000,
            1_500,
            2_000,
            3_000,
            5,
            100_000);

    private final SplittableRandom random;
    private final List<Place> places = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Charger> chargers = new ArrayList<>();
    private final List<Vehicle> vehicles = new ArrayList<>();
    private final List<Driver> drivers = new ArrayList<>();

    /** Places of each city where vehicles are parked, where people go, and its units. */
    private final List<List<Integer>> parking = new ArrayList<>();

    private final List<List<Integer>> sights = new ArrayList<>();
    private final List<List<Integer>> unitsOf = new ArrayList<>();

    private MadeDay(long seed) {
        random = new SplittableRandom(seed);
    }

    /** @param ridesAsked more by the return legs of linked rides cut off: exactly so many */
    static DayFacts of(int ridesAsked, int vehiclesAsked, long seed) {
        MadeDay made = new MadeDay(seed);
        made.makePlaces(ridesAsked);
        made.makeUnits();
        made.makeVehicles(vehiclesAsked);
        MadeRides rides = new MadeRides(made.random, made.sights, made.unitsOf, made.places);
        return new DayFacts(
                0,
                made.places,
                made.units,
                made.agreements,
                made.chargers,
                made.vehicles,
                made.drivers,
                rides.make(ridesAsked),
                DayFacts.TAKE_OVER_S,
                rushHours(RUSH_HOURS));
    }

    /** @param factor 1 for none */
    static List<TimeFactor> rushHours(double factor) {
        return factor == 1
                ? List.of()
                : List.of(new TimeFactor(DayFacts.NONE, 7, 9, factor), new TimeFactor(DayFacts.NONE, 17, 19, factor));
    }

    /** Further rides between the places of a day. */
    static List<Ride> more(DayFacts day, int wanted, long seed) {
        List<List<Integer>> sights = new ArrayList<>();
        List<List<Integer>> unitsOf = new ArrayList<>();
        for (City city : City.ALL) {
            sights.add(
                    where(day.places().size(), place -> day.places().get(place).region() == city.ordinal()));
            unitsOf.add(where(day.units().size(), unit -> day.units().get(unit).region() == city.ordinal()));
        }
        return new MadeRides(new SplittableRandom(seed), sights, unitsOf, day.places())
                .make(2 * wanted).stream()
                        .filter(ride -> ride.after() == DayFacts.NONE)
                        .limit(wanted)
                        .toList();
    }

    private static List<Integer> where(int count, IntPredicate wanted) {
        return IntStream.range(0, count).filter(wanted).boxed().toList();
    }

    private void makePlaces(int rides) {
        int weights = City.ALL.stream().mapToInt(city -> city.weight).sum();
        for (City city : City.ALL) {
            List<Integer> homes = new ArrayList<>();
            for (int i = 0; i < PARKING_PLACES; i++) {
                homes.add(place(city, 0.06));
                if (i % 2 == 0) {
                    chargers.add(new Charger(homes.getLast(), i == 0 ? 60_000 : 7_000, i == 0 ? 6 : 20));
                }
            }
            parking.add(homes);
            List<Integer> there = new ArrayList<>();
            for (int i = 0; i < Math.max(20, rides * city.weight / weights / 2); i++) {
                there.add(place(city, 0.12));
            }
            sights.add(there);
        }
    }

    private int place(City city, double spread) {
        places.add(new Place(
                city.latitude + random.nextGaussian() * spread,
                city.longitude + random.nextGaussian() * spread,
                city.ordinal()));
        return places.size() - 1;
    }

    private void makeUnits() {
        for (City city : City.ALL) {
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < city.weight * UNITS_PER_WEIGHT; i++) {
                own.add(units.size());
                units.add(new Unit("%s-%d".formatted(city, i), city.ordinal(), WEIGHTS));
            }
            unitsOf.add(own);
        }
        for (int owner = 0; owner < units.size(); owner++) {
            for (int user = 0; user < units.size(); user++) {
                agree(owner, user);
            }
        }
    }

    /** Within a city most units lend each other vehicles, within a corridor some, between the corridors none. */
    private void agree(int owner, int user) {
        City one = City.ALL.get(units.get(owner).region());
        City other = City.ALL.get(units.get(user).region());
        double luck = random.nextDouble();
        if (owner != user && one == other && luck < 0.7) {
            agreements.add(new Agreement(owner, user, 2_000, 50));
        } else if (one != other && one.corridor == other.corridor && luck < 0.3) {
            agreements.add(new Agreement(owner, user, 5_000, 100));
        }
    }

    private void makeVehicles(int wanted) {
        for (int i = 0; i < wanted; i++) {
            City city = Weighted.city(random);
            int unit = pick(unitsOf.get(city.ordinal()));
            int home = pick(parking.get(city.ordinal()));
            int category = category();
            vehicles.add(new Vehicle(
                    "V" + i,
                    home,
                    unit,
                    category,
                    SEATS[category],
                    BOOT[category],
                    category == MINIBUS ? B1 : C1,
                    tank(category, city),
                    Set.of(),
                    random.nextDouble() < 0.7,
                    blocked()));
            crew(i, home, category);
        }
    }

    private int category() {
        double luck = random.nextDouble();
        if (luck < 0.6) {
            return SEDAN;
        }
        return luck < 0.7 ? OFF_ROAD : luck < 0.88 ? MPV : luck < 0.96 ? MINIBUS : CONFIDENTIAL;
    }

    private Tank tank(int category, City city) {
        double luck = random.nextDouble();
        if (luck < 0.5) {
            int range_m = 1_000 * random.nextInt(280, 450);
            int charge_m = (int) (range_m * random.nextDouble(0.4, 1));
            return new Tank(
                    Energy.ELECTRIC,
                    range_m,
                    charge_m,
                    60_000,
                    category == MINIBUS ? 300 : 160,
                    parking.get(city.ordinal()));
        }
        Energy energy = luck < 0.6 ? Energy.HYBRID : category == MINIBUS ? Energy.DIESEL : Energy.PETROL;
        return new Tank(energy, 600_000, 600_000, 0, 0, List.of());
    }

    private List<Window> blocked() {
        double luck = random.nextDouble();
        if (luck < 0.03) {
            return List.of(new Window(0, 36 * HOUR_S));
        }
        int from_s = random.nextInt(7, 17) * HOUR_S;
        return luck < 0.1 ? List.of(new Window(from_s, from_s + random.nextInt(1, 4) * HOUR_S)) : List.of();
    }

    /** Most vehicles have their driver; for the others there are free ones at the parking place, some in a second shift. */
    private void crew(int vehicle, int home, int category) {
        boolean bound = random.nextDouble() < 0.6;
        drivers.add(driver(home, bound ? vehicle : DayFacts.NONE, category));
        if (!bound && random.nextDouble() < 0.4) {
            drivers.add(driver(home, DayFacts.NONE, category));
        }
    }

    private Driver driver(int home, int vehicle, int category) {
        int kind = random.nextInt(3);
        double[] from_h = {8, 6, 13.5};
        double[] to_h = {17.5, 14.5, 22.5};
        boolean both = category == MINIBUS || random.nextDouble() < 0.3;
        return new Driver(
                "D" + drivers.size(),
                home,
                vehicle,
                both ? Set.of(C1, B1) : Set.of(C1),
                new Window((int) (from_h[kind] * HOUR_S), (int) (to_h[kind] * HOUR_S)),
                2 * HOUR_S,
                8 * HOUR_S);
    }

    private int pick(List<Integer> from) {
        return from.get(random.nextInt(from.size()));
    }
}
