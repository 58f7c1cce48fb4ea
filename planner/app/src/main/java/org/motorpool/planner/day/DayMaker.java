package org.motorpool.planner.day;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.day.DayCheck;
import org.motorpool.planner.search.day.DayCheck.Checked;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DaySearch;
import org.motorpool.planner.search.day.DispatchDay;
import org.motorpool.planner.search.day.GreatCircle;
import org.motorpool.planner.search.day.RunningDay;

/**
 * Makes a running day of facts. What people were promised is real, whatever the estimate of travel times says: a vehicle that cannot
 * be in time for its pinned rides by the estimate counts as promised in their periods instead.
 */
final class DayMaker {

    private static final int ROUNDS = 3;
    private static final int MOST_STEPS = 200_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(20);
    private static final long SEED = 1;

    private final PlannerConfig.Cost cost;

    DayMaker(PlannerConfig.Cost cost) {
        this.cost = cost;
    }

    /** A day and what became of its facts. */
    record Made(StandingDay day, DayApi.State state) {}

    Made make(DayApi.Facts facts) {
        requireComplete(facts);
        Map<String, DayCheck.Fault> faults = new LinkedHashMap<>();
        List<String> blocked = new ArrayList<>();
        DayApi.Facts left = facts;
        for (int round = 1; ; round++) {
            StandingDay day = day(left, faults);
            Set<String> late = late(left, day.served(), faults);
            if (late.isEmpty() || round == ROUNDS) {
                return new Made(day, day.state(blocked));
            }
            blocked.addAll(late);
            left = without(left, late);
        }
    }

    private static void requireComplete(DayApi.Facts facts) {
        RideReader.require(facts.snapshot(), "snapshot");
        RideReader.require(facts.midnight(), "midnight");
        if (facts.rides().size() > DayCheck.MOST || facts.vehicles().size() > DayCheck.MOST) {
            String list = facts.rides().size() > DayCheck.MOST ? "rides" : "vehicles";
            int count = Math.max(facts.rides().size(), facts.vehicles().size());
            throw DayRefused.of(new DayCheck.Fault(
                    list,
                    "too-many",
                    "共 %d 项，超过上限 %d；请分批排班".formatted(count, DayCheck.MOST),
                    "%d entries are more than the limit of %d; plan them in parts".formatted(count, DayCheck.MOST)));
        }
    }

    private StandingDay day(DayApi.Facts facts, Map<String, DayCheck.Fault> faults) {
        DayWords words = new DayWords(facts.midnight());
        DayFacts read = new FactsReader(words, cost).read(facts);
        switch (DayCheck.check(read, new GreatCircle(read.places()))) {
            case Checked.Refused(DayCheck.Fault fault) -> throw DayRefused.of(fault);
            case Checked.Accepted(DispatchDay day, Map<Integer, DayCheck.Fault> found) -> {
                new TreeMap<>(found).forEach((ride, fault) -> faults.put(words.rides.get(ride), fault));
                return new StandingDay(words, running(facts, day), faults, start(facts, words));
            }
        }
    }

    private static StandingDay.Start start(DayApi.Facts facts, DayWords words) {
        int now_s = facts.now() == null ? FactsReader.EARLIEST_S : words.seconds(facts.now());
        return new StandingDay.Start(facts.snapshot(), now_s);
    }

    private static RunningDay running(DayApi.Facts facts, DispatchDay day) {
        DaySearch search = new DaySearch(day, SEED);
        int steps = Math.clamp(facts.steps(), 0, MOST_STEPS);
        Budget clock = Budget.ofTime(MOST_TIME.toNanos(), System::nanoTime);
        Budget budget = steps == 0 ? _ -> 1 : taken -> Math.max((double) taken / steps, clock.spent(taken));
        search.solve(budget, _ -> {});
        return RunningDay.of(search, SEED);
    }

    /** Pinned rides of the vehicles that are not in time for all of them, or have two at a time. */
    private static Set<String> late(DayApi.Facts facts, Set<String> served, Map<String, DayCheck.Fault> faults) {
        Set<String> vehicles = pinned(facts)
                .filter(ride -> !served.contains(ride.id()))
                .filter(ride -> !faults.containsKey(ride.id()) || isOverlap(faults.get(ride.id())))
                .map(ride -> ride.promised().vehicle())
                .collect(Collectors.toSet());
        return pinned(facts)
                .filter(ride -> vehicles.contains(ride.promised().vehicle()))
                .map(DayApi.Ride::id)
                .collect(Collectors.toSet());
    }

    private static boolean isOverlap(DayCheck.@Nullable Fault fault) {
        return fault != null && fault.code().equals("pinned-overlap");
    }

    private static Stream<DayApi.Ride> pinned(DayApi.Facts facts) {
        return facts.rides().stream()
                .filter(ride -> ride.promised() != null
                        && ride.promised().pinned()
                        && ride.promised().vehicle() != null);
    }

    private static DayApi.Facts without(DayApi.Facts facts, Set<String> late) {
        Map<String, List<DayApi.Window>> promised = pinned(facts)
                .filter(ride -> late.contains(ride.id()))
                .collect(Collectors.groupingBy(
                        ride -> ride.promised().vehicle(),
                        Collectors.mapping(
                                ride -> new DayApi.Window(ride.pickupTime().from(), ride.latestDropoff()),
                                Collectors.toList())));
        return new DayApi.Facts(
                facts.snapshot(),
                facts.midnight(),
                facts.now(),
                facts.steps(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                facts.vehicles().stream()
                        .map(vehicle -> blocked(vehicle, promised.getOrDefault(vehicle.id(), List.of())))
                        .toList(),
                facts.drivers(),
                facts.rides().stream().filter(ride -> !late.contains(ride.id())).toList());
    }

    private static DayApi.Vehicle blocked(DayApi.Vehicle vehicle, List<DayApi.Window> promised) {
        return new DayApi.Vehicle(
                vehicle.id(),
                vehicle.unit(),
                vehicle.home(),
                vehicle.category(),
                vehicle.seats(),
                vehicle.boot(),
                vehicle.licence(),
                vehicle.tank(),
                vehicle.regions(),
                vehicle.offered(),
                Stream.concat(vehicle.blocked().stream(), promised.stream()).toList());
    }
}
