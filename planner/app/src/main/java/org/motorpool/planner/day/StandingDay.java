package org.motorpool.planner.day;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.CostTerm;
import org.motorpool.planner.search.day.DayCheck.Fault;
import org.motorpool.planner.search.day.DayEvent;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.DaySolution.Movement;
import org.motorpool.planner.search.day.Replanned;
import org.motorpool.planner.search.day.RunningDay;

/** One day that is being driven, with the names of what is in it. One question at a time. */
final class StandingDay {

    private static final int NOBODY = -1;

    /** Ways between places that are remembered at most, and what one takes, with what a ride or vehicle takes. */
    private static final long MOST_WAYS = 1 << 21;

    private static final long WAY_B = 16;
    private static final long ITEM_B = 2_000;

    private final String snapshot;
    private final DayWords words;
    private final RunningDay running;
    private final Map<String, Fault> faults;
    private final RideReader reader;
    private final DayAnswers answers;
    private int now_s;

    /**
     * Which facts these are, and how far the day is.
     *
     * @param now_s what has begun by then stays as it is
     */
    record Start(String snapshot, int now_s) {}

    /** @param faults by the ids of the rides that are wrong */
    StandingDay(DayWords words, RunningDay running, Map<String, Fault> faults, Start start) {
        this.snapshot = start.snapshot();
        this.words = words;
        this.running = running;
        this.faults = new LinkedHashMap<>(faults);
        this.reader = new RideReader(words);
        this.answers = new DayAnswers(words);
        this.now_s = start.now_s();
        words.tellPlaces(place -> running.addPlace(place));
        running.apply(new DayEvent.Delayed(now_s, NOBODY, 0));
    }

    boolean isOf(@Nullable String asked) {
        return snapshot.equals(asked);
    }

    /** @param announced vehicles of rides, by their ids */
    synchronized DayAnswerApi.State state(List<String> blocked, Map<String, String> announced) {
        int rides = words.rides.size();
        DaySolution solution = running.solution();
        int served = rides - solution.unserved().size() - solution.rented().size();
        List<DayAnswerApi.Fault> told = faults.entrySet().stream()
                .map(fault -> DayAnswers.fault(fault.getKey(), fault.getValue()))
                .toList();
        return new DayAnswerApi.State(
                snapshot,
                words.vehicles.size(),
                rides,
                served,
                solution.cost().total_fen(),
                blocked,
                told,
                displaced(announced),
                unserved_fen(solution));
    }

    private List<String> displaced(Map<String, String> announced) {
        Map<String, String> serving = seats().values().stream()
                .collect(Collectors.toMap(DayAnswerApi.Seat::ride, DayAnswerApi.Seat::vehicle));
        return announced.entrySet().stream()
                .filter(ride -> !ride.getValue().equals(serving.get(ride.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static long unserved_fen(DaySolution solution) {
        return solution.cost().of(CostTerm.UNSERVED);
    }

    /** Memory it takes, about. */
    synchronized long size_b() {
        long places = words.places.size();
        long items = words.vehicles.size() + words.rides.size() + places;
        return WAY_B * Math.min(MOST_WAYS, 2 * places * places) + ITEM_B * items;
    }

    /** Ids of the rides that a vehicle serves. */
    synchronized Set<String> served() {
        return running.solution().routes().stream()
                .flatMap(route -> route.movements().stream())
                .filter(Movement.Pickup.class::isInstance)
                .map(pickup -> words.rides.get(((Movement.Pickup) pickup).ride()))
                .collect(Collectors.toSet());
    }

    synchronized DayAnswerApi.Recommendation recommend(DayApi.@Nullable Ride asked, int most) {
        return answers.recommendation(running.recommend(sound(reader.read(asked)), most));
    }

    private Ride sound(Ride ride) {
        running.findFault(ride).ifPresent(fault -> {
            throw DayRefused.of(fault);
        });
        if (ride.pickupTime().to_s() < now_s) {
            throw DayRefused.of(new Fault(
                    "ride " + ride.name(),
                    "already-driven",
                    "最晚上车时间已过，不能再排班",
                    "its latest pick-up is over; it cannot be planned any more"));
        }
        return ride;
    }

    synchronized DayAnswerApi.Explanation explain(@Nullable String asked) {
        if (asked == null) {
            throw DayRefused.missing("ride");
        }
        Fault fault = faults.get(asked);
        return fault == null ? answers.explanation(running.explain(ride(asked))) : DayAnswers.explanation(asked, fault);
    }

    private int ride(@Nullable String id) {
        int ride = id == null ? Numbering.UNKNOWN : words.rides.find(id);
        if (ride == Numbering.UNKNOWN) {
            throw DayRefused.unknownRide(String.valueOf(id));
        }
        return ride;
    }

    synchronized DayAnswerApi.Replanned apply(DayApi.Event happened) {
        RideReader.require(happened.at(), "at");
        int at_s = words.seconds(happened.at());
        if (at_s < now_s) {
            throw DayRefused.past("event");
        }
        DayEvent event = event(happened, at_s);
        now_s = at_s;
        return replanned(running.apply(event));
    }

    private DayEvent event(DayApi.Event event, int at_s) {
        return switch (event.kind() == null ? "" : event.kind()) {
            case "REQUESTED" -> requested(event.ride(), at_s);
            case "CANCELLED" -> new DayEvent.Cancelled(at_s, ride(event.rideId()));
            case "DELAYED" -> new DayEvent.Delayed(at_s, vehicle(event.vehicle()), Math.max(0, event.delay_s()));
            case "BROKEN_DOWN" -> new DayEvent.BrokenDown(at_s, vehicle(event.vehicle()));
            default -> throw DayRefused.invalid("kind", event.kind());
        };
    }

    private DayEvent requested(DayApi.@Nullable Ride asked, int at_s) {
        Ride ride = sound(reader.read(asked));
        if (words.rides.find(ride.name()) != Numbering.UNKNOWN) {
            throw DayRefused.invalid("ride id", ride.name());
        }
        words.rides.take(ride.name());
        return new DayEvent.Requested(at_s, ride);
    }

    private int vehicle(@Nullable String id) {
        int vehicle = id == null ? Numbering.UNKNOWN : words.vehicles.find(id);
        if (vehicle == Numbering.UNKNOWN) {
            throw DayRefused.invalid("vehicle", id);
        }
        return vehicle;
    }

    private DayAnswerApi.Replanned replanned(Replanned replanned) {
        Map<Integer, DayAnswerApi.Seat> seats = seats();
        return new DayAnswerApi.Replanned(
                replanned.affected().stream().map(ride -> seat(seats, ride)).toList(),
                replanned.moved().stream().map(ride -> seat(seats, ride)).toList(),
                replanned.saved_fen(),
                replanned.unserved().stream().map(words.rides::get).toList(),
                replanned.cost_fen(),
                unserved_fen(running.solution()));
    }

    private DayAnswerApi.Seat seat(Map<Integer, DayAnswerApi.Seat> seats, int ride) {
        return seats.getOrDefault(ride, new DayAnswerApi.Seat(words.rides.get(ride), null, null, null));
    }

    private Map<Integer, DayAnswerApi.Seat> seats() {
        Map<Integer, DayAnswerApi.Seat> seats = new HashMap<>();
        running.solution().routes().forEach(route -> {
            int driver = DayFacts.NONE;
            for (Movement movement : route.movements()) {
                if (movement instanceof Movement.TakeOver taken) {
                    driver = taken.driver();
                } else if (movement instanceof Movement.Pickup pickup) {
                    seats.put(pickup.ride(), seat(route.vehicle(), driver, pickup));
                }
            }
        });
        return seats;
    }

    private DayAnswerApi.Seat seat(int vehicle, int driver, Movement.Pickup pickup) {
        return new DayAnswerApi.Seat(
                words.rides.get(pickup.ride()),
                words.vehicles.get(vehicle),
                words.drivers.get(driver),
                words.instant(pickup.begin_s()));
    }
}
