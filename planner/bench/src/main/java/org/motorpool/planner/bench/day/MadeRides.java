package org.motorpool.planner.bench.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Eligibility;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Sharing;
import org.motorpool.planner.search.day.DayFacts.Stop;
import org.motorpool.planner.search.day.DayFacts.Window;
import org.motorpool.planner.search.day.GreatCircle;

/** Rides of a made day: in town and between cities, single, waiting, with stops, there and back, pooled, confidential. */
final class MadeRides {

    private static final int MINUTE_S = 60;

    /** Tariff of a rented car: for the ride, and for each kilometre. */
    private static final long RENTAL_FEN = 40_000;

    private static final long RENTAL_KM_FEN = 500;

    private final SplittableRandom random;
    private final List<List<Integer>> sights;
    private final List<List<Integer>> unitsOf;
    private final GreatCircle travel;
    private final List<Ride> rides = new ArrayList<>();

    MadeRides(SplittableRandom random, List<List<Integer>> sights, List<List<Integer>> unitsOf, List<Place> places) {
        this.random = random;
        this.sights = sights;
        this.unitsOf = unitsOf;
        this.travel = new GreatCircle(places);
    }

    List<Ride> make(int wanted) {
        while (rides.size() < wanted) {
            one();
            if (rides.size() < wanted && random.nextDouble() < 0.1) {
                back(rides.getLast());
            }
        }
        return List.copyOf(rides);
    }

    private void one() {
        City city = Weighted.city(random);
        int from = pick(sights.get(city.ordinal()));
        int to = pick(sights.get(goal(city).ordinal()));
        double luck = random.nextDouble();
        if (luck < 0.15) {
            add(city, from, List.of(new Stop(to, random.nextInt(30, 150) * MINUTE_S)), from);
        } else if (luck < 0.2) {
            add(
                    city,
                    from,
                    List.of(new Stop(to, 10 * MINUTE_S), new Stop(pick(sights.get(city.ordinal())), 5 * MINUTE_S)),
                    from);
        } else {
            add(city, from, List.of(), to);
        }
    }

    /** Mostly the city itself, else one of the same corridor. */
    private City goal(City city) {
        if (random.nextDouble() < 0.82) {
            return city;
        }
        List<City> others = City.ALL.stream()
                .filter(other -> other.corridor == city.corridor && distance_km(city, other) < 150)
                .toList();
        return others.get(random.nextInt(others.size()));
    }

    private static double distance_km(City one, City other) {
        return 111 * Math.hypot(one.latitude - other.latitude, 0.86 * (one.longitude - other.longitude));
    }

    private void add(City city, int from, List<Stop> via, int to) {
        boolean confidential = random.nextDouble() < 0.03;
        int passengers = confidential ? 2 : passengers();
        int window_s = random.nextInt(2, 7) * 5 * MINUTE_S;
        int lasts_s = lasts_s(from, via, to);
        int latest_s = 21 * MadeDay.HOUR_S - lasts_s - travel.duration_s(to, from);
        int from_s = Math.min(Weighted.rushHour_s(random), latest_s / 300 * 300);
        boolean pooled = !confidential && via.isEmpty() && passengers <= 3 && random.nextDouble() < 0.4;
        Sharing sharing = pooled ? new Sharing.Pooled(lasts_s + Math.max(600, lasts_s / 2)) : new Sharing.Exclusive();
        rides.add(new Ride(
                "R" + rides.size(),
                pick(unitsOf.get(city.ordinal())),
                new Stop(from, 3 * MINUTE_S),
                via,
                new Stop(to, 2 * MINUTE_S),
                new Window(from_s, from_s + window_s),
                from_s + window_s + lasts_s + Math.max(20 * MINUTE_S, lasts_s / 2),
                passengers,
                random.nextInt(0, Math.min(4, passengers + 1)),
                confidential ? Set.of(MadeDay.CONFIDENTIAL) : categories(passengers),
                new Eligibility.Any(),
                sharing,
                Weighted.priority(random),
                DayFacts.NONE,
                random.nextDouble() < 0.2 ? RENTAL_FEN + ofWay_fen(from, to) : DayFacts.NONE,
                new Promise.Open()));
    }

    /** The same people go home some hours later. */
    private void back(Ride there) {
        int from_s = Math.min(20 * MadeDay.HOUR_S, there.latestDropoff_s() + random.nextInt(1, 4) * MadeDay.HOUR_S);
        int lasts_s = lasts_s(there.dropoff().place(), List.of(), there.pickup().place());
        rides.add(new Ride(
                "R" + rides.size(),
                there.unit(),
                new Stop(there.dropoff().place(), 3 * MINUTE_S),
                List.of(),
                new Stop(there.pickup().place(), 2 * MINUTE_S),
                new Window(from_s, from_s + 30 * MINUTE_S),
                from_s + 60 * MINUTE_S + 3 * lasts_s / 2,
                there.passengers(),
                there.baggage(),
                there.categories(),
                there.eligibility(),
                new Sharing.Exclusive(),
                there.priority(),
                rides.size() - 1,
                DayFacts.NONE,
                new Promise.Open()));
    }

    /** The ride as it would be asked for to begin no earlier than that. */
    static Ride from(Ride ride, int earliest_s) {
        int later_s = Math.max(0, earliest_s - ride.pickupTime().from_s());
        return new Ride(
                ride.name(),
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                new Window(
                        ride.pickupTime().from_s() + later_s, ride.pickupTime().to_s() + later_s),
                ride.latestDropoff_s() + later_s,
                ride.passengers(),
                ride.baggage(),
                ride.categories(),
                ride.eligibility(),
                ride.sharing(),
                ride.priority(),
                ride.after(),
                ride.rental_fen(),
                ride.promised());
    }

    /** The same rides, and for each a car may be rented at the tariff, through all its stops; never above what leaving it out counts. */
    static List<Ride> rentable(DayFacts day) {
        MadeRides tariff = new MadeRides(new SplittableRandom(0), List.of(), List.of(), day.places());
        return day.rides().stream()
                .map(ride -> with(
                        ride,
                        ride.sharing(),
                        Math.min(
                                tariff.rental_fen(ride),
                                day.units().get(ride.unit()).weights().unserved_fen())))
                .toList();
    }

    private long rental_fen(Ride ride) {
        long fen = RENTAL_FEN;
        int place = ride.pickup().place();
        for (Stop stop : ride.via()) {
            fen += ofWay_fen(place, stop.place());
            place = stop.place();
        }
        return fen + ofWay_fen(place, ride.dropoff().place());
    }

    private long ofWay_fen(int from, int to) {
        return RENTAL_KM_FEN * travel.distance_m(from, to) / 1_000;
    }

    /** The same rides, and nobody rides with others. */
    static List<Ride> exclusive(DayFacts day) {
        return day.rides().stream()
                .map(ride -> with(ride, new Sharing.Exclusive(), ride.rental_fen()))
                .toList();
    }

    private static Ride with(Ride ride, Sharing sharing, long rental_fen) {
        return new Ride(
                ride.name(),
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                ride.pickupTime(),
                ride.latestDropoff_s(),
                ride.passengers(),
                ride.baggage(),
                ride.categories(),
                ride.eligibility(),
                sharing,
                ride.priority(),
                ride.after(),
                rental_fen,
                ride.promised());
    }

    private int passengers() {
        double luck = random.nextDouble();
        if (luck < 0.85) {
            return random.nextInt(1, 5);
        }
        return luck < 0.95 ? random.nextInt(5, 7) : random.nextInt(7, 19);
    }

    private static Set<Integer> categories(int passengers) {
        if (passengers <= 4) {
            return Set.of(MadeDay.SEDAN, MadeDay.OFF_ROAD, MadeDay.MPV);
        }
        return passengers <= 6 ? Set.of(MadeDay.MPV, MadeDay.MINIBUS) : Set.of(MadeDay.MINIBUS);
    }

    private int lasts_s(int from, List<Stop> via, int to) {
        int lasts_s = 3 * MINUTE_S;
        int place = from;
        for (Stop stop : via) {
            lasts_s += travel.duration_s(place, stop.place()) + stop.service_s();
            place = stop.place();
        }
        return lasts_s + travel.duration_s(place, to);
    }

    private int pick(List<Integer> from) {
        return from.get(random.nextInt(from.size()));
    }
}
