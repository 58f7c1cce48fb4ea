package org.motorpool.planner.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.FleetApi.Use;
import org.motorpool.planner.search.ExclusiveModel;
import org.motorpool.planner.search.ExclusiveProblem;
import org.motorpool.planner.search.FleetSizing;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.GreatCircle;

/** Uses of one category on one day as exclusive rides: ways in metres, times in seconds since midnight. */
final class UsedDay implements ExclusiveModel {

    private static final int DAY_S = 24 * 3600;
    private static final double KM_M = 1000;

    private final Instant midnight;
    private final List<Use> uses;
    private final GreatCircle travel;

    UsedDay(Instant midnight, List<Use> uses) {
        this.midnight = midnight;
        this.uses = uses;
        List<DayFacts.Place> places = new ArrayList<>(2 * uses.size());
        uses.forEach(use -> {
            places.add(place(use.pickup()));
            places.add(place(use.dropoff()));
        });
        this.travel = new GreatCircle(places);
    }

    private static DayFacts.Place place(DayApi.Place place) {
        return new DayFacts.Place(place.latitude(), place.longitude(), 0);
    }

    FleetSizing.Day sized(Function<Use, FleetSizing.Owner> owner) {
        ExclusiveProblem problem =
                new ExclusiveProblem(uses.stream().map(this::ride).toList(), List.of(), 0, this);
        return new FleetSizing.Day(
                problem,
                uses.stream().map(owner).toList(),
                uses.stream().map(Use::km).toList(),
                way_m -> way_m / KM_M);
    }

    private ExclusiveProblem.Ride ride(Use use) {
        int from_s = second(use.from());
        return new ExclusiveProblem.Ride(from_s, from_s, Math.max(1, second(use.to()) - from_s), 1);
    }

    private int second(Instant at) {
        return (int) Math.clamp(Duration.between(midnight, at).toSeconds(), 0, DAY_S);
    }

    @Override
    public int between(int use, int next) {
        return travel.distance_m(2 * use + 1, 2 * next);
    }

    @Override
    public int out(int home, int use) {
        return 0;
    }

    @Override
    public int back(int use, int home) {
        return 0;
    }

    @Override
    public int time(int way_m) {
        return GreatCircle.duration_s(way_m);
    }

    @Override
    public int cost(int vehicle, int way_m) {
        return 0;
    }

    @Override
    public boolean suits(int vehicle, int use) {
        return true;
    }

    @Override
    public int surcharge(int vehicle, int use) {
        return 0;
    }
}
