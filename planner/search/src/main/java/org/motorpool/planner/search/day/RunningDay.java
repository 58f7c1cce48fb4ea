package org.motorpool.planner.search.day;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.motorpool.planner.search.day.DayFacts.Ride;

/** A plan that is being driven: recommends, follows events, explains. For one thread at a time. */
public final class RunningDay {

    /** Ruins and recreations after each event. */
    private static final int STEPS = 150;

    /** Rides taken out by each of them on average. */
    private static final double REMOVED = 4;

    private final DayPlan plan;
    private final DispatchDay day;
    private final SplittableRandom random;
    private final Recommender recommender;
    private final Recreation recreation;
    private final StringRemoval removal;
    private final Happening happening;
    private final DrivenPlan driven;
    private final Explainer explainer;

    private RunningDay(DayPlan plan, long seed) {
        this.plan = plan;
        this.day = plan.day;
        this.random = new SplittableRandom(seed);
        Crews crews = new Crews(plan);
        Vicinity vicinity = new Vicinity(day);
        this.recommender = new Recommender(plan, crews);
        this.recreation = new Recreation(plan, vicinity, crews, random);
        this.removal = new StringRemoval(plan, vicinity, random, REMOVED);
        this.driven = new DrivenPlan(plan);
        this.happening = new Happening(plan, driven);
        this.explainer = new Explainer(plan, recommender);
        driven.announce();
    }

    /** Goes on from the plan of a search that has ended; its rides count as announced. */
    public static RunningDay of(DaySearch ended, long seed) {
        return new RunningDay(ended.plan(), seed);
    }

    public DaySolution solution() {
        return DaySolution.of(plan, 0);
    }

    /** One more place, with coordinates or without; its number. */
    public int addPlace(DayFacts.Place place) {
        return day.addPlace(place);
    }

    /** All rides, those requested later as well, in their order. */
    public List<Ride> rides() {
        return List.copyOf(Arrays.asList(day.rides.facts).subList(0, day.rides.size));
    }

    /** Vehicles that broke down, or that can no longer be in time with what has begun. */
    public List<Integer> excused() {
        return Arrays.stream(plan.route)
                .filter(route -> route.wasExcused || route.stranded)
                .map(route -> route.vehicle)
                .toList();
    }

    /** Whether the ride has begun, or its vehicle is on the way to it. */
    public boolean hasBegun(int ride) {
        return plan.isServed(ride) && driven.hasBegun(ride);
    }

    /** Whether a vehicle serves the ride. */
    public boolean isServed(int ride) {
        return plan.isServed(ride);
    }

    /** What is wrong with a ride, so that nobody can serve it. */
    public Optional<DayCheck.Fault> findFault(Ride ride) {
        return day.findFault(ride);
    }

    /** The best vehicles and drivers for a ride that is not in the plan, and why nobody else. */
    public Recommendation recommend(Ride ride, int most) {
        int number = day.addChecked(ride);
        plan.reserve(number);
        Recommendation recommendation = recommender.recommend(number, most);
        day.rides.removeLast();
        return recommendation;
    }

    /** Why the plan serves the ride as it does, or does not. */
    public Explanation explain(int ride) {
        return explainer.explain(ride);
    }

    /** Why nobody serves the ride, without the changes that would help; that is looked up much faster. */
    public Explanation.Unserved findBinding(int ride) {
        return explainer.binding(ride);
    }

    /** What has begun stays; others move for more than the price of moving only. */
    public Replanned apply(DayEvent event) {
        driven.advance(event.at_s());
        List<Integer> affected = new ArrayList<>(happening.affected(event));
        affected.addAll(driven.takeReleased());
        for (int ride : affected) {
            day.rides.unannounce(ride);
        }
        place(affected);
        long before_fen = plan.cost_fen();
        List<Integer> seeds = happening.seeds(event, affected);
        for (int step = 0; step < STEPS && !seeds.isEmpty(); step++) {
            improve(seeds.get(random.nextInt(seeds.size())));
        }
        return tell(affected, before_fen);
    }

    /** Each request whole or not at all. */
    private void place(List<Integer> affected) {
        for (int ride : affected) {
            int[] legs = day.rides.legs[day.rides.leader[ride]];
            boolean placed = true;
            for (int leg : legs) {
                placed = placed && (!plan.isAbsent(leg) || recommender.place(leg));
            }
            if (placed) {
                plan.keep();
            } else {
                plan.undo();
            }
        }
        driven.giveUpHalves(affected);
        affected.addAll(driven.takeReleased());
    }

    private void improve(int seed) {
        long before_fen = plan.cost_fen();
        removal.ruin(seed);
        if (!plan.isBroken()) {
            recreation.recreate(seed);
        }
        if (!plan.isBroken() && plan.cost_fen() < before_fen) {
            plan.keep();
        } else {
            plan.undo();
        }
    }

    private Replanned tell(List<Integer> affected, long before_fen) {
        List<Integer> moved = driven.moved();
        driven.announce();
        List<Integer> unserved = new ArrayList<>(affected);
        unserved.removeIf(plan::isServed);
        return new Replanned(affected, moved, before_fen - plan.cost_fen(), unserved, plan.cost_fen());
    }
}
