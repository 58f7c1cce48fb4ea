package org.motorpool.planner.day;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Eligibility;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Sharing;
import org.motorpool.planner.search.day.Pace;
import org.motorpool.planner.search.day.Travel;

/** Reads a ride; what is left out is refused, what is wrong is left to the day's own check. */
final class RideReader {

    private final DayWords words;

    RideReader(DayWords words) {
        this.words = words;
    }

    Ride read(DayApi.@Nullable Ride asked) {
        DayApi.Ride ride = complete(asked);
        return new Ride(
                ride.id(),
                words.units.find(ride.unit()),
                stop(ride.pickup()),
                ride.via().stream().map(this::stop).toList(),
                bound(ride),
                words.window(ride.pickupTime()),
                words.seconds(ride.latestDropoff()),
                ride.passengers(),
                ride.baggage(),
                words.categories(ride.categories()),
                eligibility(ride),
                sharing(ride),
                ride.priority(),
                ride.after() == null ? DayFacts.NONE : words.rides.find(ride.after()),
                ride.rental_fen() == null ? DayFacts.NONE : ride.rental_fen(),
                promise(ride.promised()));
    }

    private Sharing sharing(DayApi.Ride ride) {
        Integer most_s = ride.mostOnBoard_s();
        return most_s == null ? new Sharing.Exclusive() : new Sharing.Pooled(most_s, words.circle(ride.togetherWith()));
    }

    private static DayApi.Ride complete(DayApi.@Nullable Ride ride) {
        if (ride == null) {
            throw DayRefused.missing("ride");
        }
        String item = "ride %s ".formatted(ride.id());
        require(ride.id(), item + "id");
        require(ride.pickup(), item + "pickup");
        require(ride.dropoff(), item + "dropoff");
        require(ride.latestDropoff(), item + "latestDropoff");
        requireWindow(ride.pickupTime(), item + "pickupTime");
        return ride;
    }

    static void requireWindow(DayApi.@Nullable Window window, String field) {
        if (window == null || window.from() == null || window.to() == null) {
            throw DayRefused.missing(field);
        }
    }

    static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw DayRefused.missing(field);
        }
    }

    private DayFacts.Stop stop(DayApi.Stop stop) {
        return new DayFacts.Stop(words.place(stop.place()), Math.max(0, stop.service_s()));
    }

    /** The vehicle stands at the drop-off until it is free, or until the planner's day ends; by the estimate of the way there. */
    private DayFacts.Stop bound(DayApi.Ride ride) {
        DayFacts.Stop dropoff = stop(ride.dropoff());
        if (ride.boundUntil() == null) {
            return dropoff;
        }
        int until_s = Math.min(words.seconds(ride.boundUntil()), words.seconds(ride.latestDropoff()));
        return new DayFacts.Stop(dropoff.place(), Math.max(dropoff.service_s(), until_s - thereAt_s(ride)));
    }

    private int thereAt_s(DayApi.Ride ride) {
        List<DayApi.Stop> stops = Stream.of(Stream.of(ride.pickup()), ride.via().stream(), Stream.of(ride.dropoff()))
                .flatMap(Function.identity())
                .toList();
        List<DayFacts.Place> places = stops.stream()
                .map(stop -> words.places.get(words.place(stop.place())))
                .toList();
        Travel travel = words.travels.between(places);
        int at_s = words.seconds(ride.pickupTime().from());
        for (int i = 1; i < stops.size(); i++) {
            Pace pace = words.traffic.in(places.get(i - 1).region());
            int leave_s = at_s + Math.max(0, stops.get(i - 1).service_s());
            at_s = pace.arrive_s(leave_s, travel.duration_s(i - 1, i));
        }
        return at_s;
    }

    private Eligibility eligibility(DayApi.Ride ride) {
        if (ride.pool() != null) {
            Set<Integer> pool = words.pools.get(ride.pool());
            if (pool == null) {
                throw DayRefused.invalid("ride %s pool".formatted(ride.id()), ride.pool());
            }
            return new Eligibility.Only(pool);
        }
        return ride.eligible() == null ? new Eligibility.Any() : new Eligibility.Only(words.known(ride.eligible()));
    }

    /** One that the day does not know drives like any. */
    private int driver(String named) {
        int driver = words.drivers.find(named);
        return driver == Numbering.UNKNOWN ? DayFacts.NONE : driver;
    }

    private Promise promise(DayApi.@Nullable Promise promise) {
        if (promise == null) {
            return new Promise.Open();
        }
        int vehicle = words.vehicles.find(promise.vehicle());
        if (promise.pinned()) {
            return new Promise.Pinned(vehicle, promise.driver() == null ? DayFacts.NONE : driver(promise.driver()));
        }
        return vehicle == Numbering.UNKNOWN
                ? new Promise.Open()
                : new Promise.Announced(vehicle, words.drivers.find(promise.driver()));
    }
}
