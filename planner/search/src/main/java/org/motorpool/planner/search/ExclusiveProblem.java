package org.motorpool.planner.search;

import java.util.BitSet;
import java.util.List;

/** Exclusive rides: a vehicle serves one after the other, from its home and back to it. */
public final class ExclusiveProblem {

    final int rides;
    final int vehicles;
    final int homes;

    /** Of each vehicle that is used. */
    final int vehicleCost;

    /** When the ride may begin at the earliest and the latest, and how long it takes. */
    final int[] earliest;

    final int[] latest;
    final int[] duration;

    /** What it costs to leave the ride out. */
    final long[] unserved;

    final int[] home;

    private final ExclusiveModel model;
    private final BitSet suits;

    /** One more than the length of the way between two rides; 0 where nobody asked yet. */
    private final int[] between;

    private final int[] out;
    private final int[] back;

    /**
     * @param homes of the vehicles, by their numbers
     * @param vehicleCost of each vehicle that is used
     */
    public ExclusiveProblem(List<Ride> rides, List<Integer> homes, int vehicleCost, ExclusiveModel model) {
        this.rides = rides.size();
        this.vehicles = homes.size();
        this.homes = homes.stream().mapToInt(each -> each + 1).max().orElse(0);
        this.vehicleCost = vehicleCost;
        this.model = model;
        this.earliest = rides.stream().mapToInt(Ride::earliest).toArray();
        this.latest = rides.stream().mapToInt(Ride::latest).toArray();
        this.duration = rides.stream().mapToInt(Ride::duration).toArray();
        this.unserved = rides.stream().mapToLong(Ride::unserved).toArray();
        this.home = homes.stream().mapToInt(Integer::intValue).toArray();
        this.suits = new BitSet(vehicles * this.rides);
        this.between = new int[this.rides * this.rides];
        this.out = new int[this.homes * this.rides];
        this.back = new int[this.homes * this.rides];
        ask();
    }

    private void ask() {
        for (int ride = 0; ride < rides; ride++) {
            for (int at = 0; at < homes; at++) {
                out[at * rides + ride] = model.out(at, ride);
                back[at * rides + ride] = model.back(ride, at);
            }
            for (int vehicle = 0; vehicle < vehicles; vehicle++) {
                suits.set(vehicle * rides + ride, model.suits(vehicle, ride));
            }
        }
    }

    /**
     * A ride that begins within a window and takes its time.
     *
     * @param unserved what it costs to leave it out: more than any way of serving it
     */
    public record Ride(int earliest, int latest, int duration, long unserved) {
        public Ride {
            if (latest < earliest || duration < 0) {
                throw new IllegalArgumentException(
                        "a ride from %d to %d that takes %d cannot be served".formatted(earliest, latest, duration));
            }
        }
    }

    boolean suits(int vehicle, int ride) {
        return suits.get(vehicle * rides + ride);
    }

    int surcharge(int vehicle, int ride) {
        return model.surcharge(vehicle, ride);
    }

    int rate(int vehicle) {
        return model.rate(vehicle);
    }

    int time(int way) {
        return model.time(way);
    }

    int cost(int vehicle, int way) {
        return model.cost(vehicle, way);
    }

    int between(int ride, int next) {
        int known = between[ride * rides + next];
        return known > 0 ? known - 1 : ask(ride, next);
    }

    private int ask(int ride, int next) {
        int way = model.between(ride, next);
        between[ride * rides + next] = way + 1;
        return way;
    }

    int out(int vehicle, int ride) {
        return out[home[vehicle] * rides + ride];
    }

    int back(int ride, int vehicle) {
        return back[home[vehicle] * rides + ride];
    }

    /** What a vehicle costs that serves this ride alone. */
    int alone(int vehicle, int ride) {
        return vehicleCost
                + cost(vehicle, out(vehicle, ride))
                + cost(vehicle, back(ride, vehicle))
                + surcharge(vehicle, ride);
    }

    /** When the next ride begins at the earliest for a vehicle that is free at this time at the end of a ride. */
    int begin(int free, int ride, int next) {
        return Math.max(earliest[next], free + time(between(ride, next)));
    }
}
