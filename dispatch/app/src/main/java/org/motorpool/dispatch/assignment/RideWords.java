package org.motorpool.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.RequestDetailApi;
import org.motorpool.dispatch.contract.RequestDetailApi.Itinerary;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.duty.PlannedDrive;
import org.motorpool.dispatch.request.PoolingBook;
import org.motorpool.dispatch.request.PoolingRule;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.DayApi.Promise;

/** Puts a use into the planner's words: it begins when it was asked for, and holds its vehicle to the end, or longer on a long way. */
final class RideWords {

    private static final int EMERGENCY = 9;

    /** A use that departs at once may begin so late: nobody can be anywhere at once. */
    static final Duration SOON = Duration.ofHours(1);

    /** The same where the way is long; and riders may be there so much later: what takes longer than asked for is served all the same. */
    static final Duration LATE = Duration.ofHours(6);

    private RideWords() {}

    /** From where over what to where, and from when to when. */
    record Way(DayApi.Place pickup, List<DayApi.Stop> via, DayApi.Place dropoff, Instant from, Instant to) {
        Way {
            via = List.copyOf(via);
        }
    }

    /** For how many, by what, and what they were told; no categories are all, no list of eligible vehicles is all. */
    record Demand(
            int passengers,
            List<String> categories,
            @Nullable List<String> eligible,
            int priority,
            @Nullable Promise promised) {
        Demand {
            categories = List.copyOf(categories);
            eligible = eligible == null ? null : List.copyOf(eligible);
        }
    }

    /** The ride of a request; {@code unit} is what the planner calls who asks. */
    static DayApi.Ride of(
            UseRequest request,
            String unit,
            Admission admission,
            @Nullable Promise promised,
            DayCandidates candidates) {
        List<String> eligible =
                admission.admitted().stream().map(UUID::toString).toList();
        return of(request, unit, eligible, promised, candidates);
    }

    /** @param eligible vehicles; null for all of the day */
    static DayApi.Ride of(
            UseRequest request,
            String unit,
            @Nullable List<String> eligible,
            @Nullable Promise promised,
            DayCandidates candidates) {
        RequestApi.Request view = request.view();
        return of(
                view.id().toString(),
                unit,
                new Way(
                        place(view.pickup(), view),
                        stops(view),
                        place(view.dropoff(), view),
                        view.departAt(),
                        view.returnAt()),
                new Demand(
                        view.passengers(),
                        candidates.rules().categories(view.category()),
                        eligible,
                        view.emergency() ? EMERGENCY : 0,
                        promised),
                candidates.end());
    }

    /** @param end of the planner's day, to which it plans a longer use */
    static DayApi.Ride of(String id, String unit, Way way, Demand demand, Instant end) {
        return new DayApi.Ride(
                id,
                unit,
                new DayApi.Stop(way.pickup(), 0),
                way.via(),
                new DayApi.Stop(way.dropoff(), 0),
                new DayApi.Window(way.from(), way.from()),
                earlier(way.to().plus(LATE), end),
                way.to(),
                demand.passengers(),
                0,
                demand.categories(),
                demand.eligible(),
                null,
                demand.priority(),
                null,
                null,
                demand.promised());
    }

    /** The same, to begin as soon as somebody can be there, but so much later than its time, or than now, at most. */
    static DayApi.Ride within(DayApi.Ride ride, Instant now, Duration late) {
        Instant from = ride.pickupTime().from().isAfter(now) ? ride.pickupTime().from() : now;
        return new DayApi.Ride(
                ride.id(),
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                new DayApi.Window(from, from.plus(late)),
                ride.latestDropoff(),
                ride.boundUntil(),
                ride.passengers(),
                ride.baggage(),
                ride.categories(),
                ride.eligible(),
                ride.mostOnBoard_s(),
                ride.priority(),
                ride.after(),
                ride.rental_fen(),
                ride.promised());
    }

    /**
     * 合乘: the same where the riders consent and their place has a rule of it: shared with riders of their unit, picked up a little later at
     * most; the vehicle is free once they are there.
     */
    static DayApi.Ride shared(DayApi.Ride ride, UseRequest request, PoolingBook book) {
        Optional<PoolingRule> rule = book.find(request.view().regionCode());
        Optional<Duration> longest = longest(request, book);
        if (rule.isEmpty() || longest.isEmpty()) {
            return ride;
        }
        DayApi.Window window = ride.pickupTime();
        Instant latest = window.from().plus(rule.get().later());
        return ride.shared(
                (int) longest.get().toSeconds(),
                new DayApi.Window(window.from(), latest.isBefore(window.to()) ? window.to() : latest),
                request.view().unitId().toString());
    }

    /** 合乘: all who ride with the order, from the first pick-up to the last drop-off, as one ride that nobody joins; the same where nobody does. */
    static DayApi.Ride asOne(DayApi.Ride ride, VehicleOrder order, DayCandidates candidates) {
        if (!order.isShared()) {
            return ride;
        }
        SharedRoute route = candidates.route(order);
        VehicleApi.Place last = route.stops().getLast().place();
        Way way = new Way(ride.pickup().place(), List.of(), DayTask.place(last), route.from(), route.to());
        Demand demand = new Demand(route.most(), ride.categories(), ride.eligible(), ride.priority(), ride.promised());
        return of(ride.id(), ride.unit(), way, demand, candidates.end());
    }

    /** 合乘: so long the riders are on board at most; empty where they ride alone. */
    static Optional<Duration> longest(UseRequest request, PoolingBook book) {
        RequestApi.Request view = request.view();
        return request.pooling()
                .flatMap(pooling -> pooling.onBoard_minutes() == null
                        ? book.find(view.regionCode()).map(rule -> direct(view).plus(rule.detour()))
                        : Optional.of(longer(Duration.ofMinutes(pooling.onBoard_minutes()), direct(view))));
    }

    private static Duration direct(RequestApi.Request view) {
        return PlannedDrive.of(view.departAt(), view.returnAt(), List.of(view.pickup(), view.dropoff()))
                .out();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<DayApi.Stop> stops(RequestApi.Request view) {
        RequestDetailApi.Details details = view.details();
        Itinerary itinerary = details == null ? null : details.itinerary();
        return itinerary == null
                ? List.of()
                : itinerary.stops().stream().flatMap(stop -> stop(stop, view)).toList();
    }

    private static Stream<DayApi.Stop> stop(RequestDetailApi.Stop stop, RequestApi.Request view) {
        boolean stays = stop.arriveAt() != null && stop.leaveAt() != null;
        int service_s =
                stays ? (int) Duration.between(stop.arriveAt(), stop.leaveAt()).toSeconds() : 0;
        return Stream.of(new DayApi.Stop(place(stop.place(), view), Math.max(0, service_s)));
    }

    private static DayApi.Place place(VehicleApi.Place place, RequestApi.Request view) {
        return new DayApi.Place(place.latitude(), place.longitude(), view.regionCode());
    }
}
