package org.motorpool.planner.search;

import java.util.Arrays;

/** Tours and the rides that are in none; a change may be taken back as long as it is not kept. */
final class PooledPlan {

    private static final int NONE = -1;

    final PooledProblem problem;
    final Tour[] tour;

    /** Tour of each ride, or −1. */
    final int[] tourOf;

    /** Rides that are in no tour. */
    final IntBag absent;

    private final Tour[] before;
    private final int[] changed;
    private int changes;
    private final boolean[] isChanged;
    private final IntBag absentBefore;
    private double length;
    private int used;

    PooledPlan(PooledProblem problem) {
        this.problem = problem;
        this.tour = new Tour[problem.vehicles];
        this.before = new Tour[problem.vehicles];
        Tour.Versions versions = new Tour.Versions();
        for (int i = 0; i < tour.length; i++) {
            tour[i] = new Tour(problem, versions);
            before[i] = new Tour(problem, versions);
        }
        this.tourOf = new int[problem.rides];
        this.absent = new IntBag(problem.rides);
        this.absentBefore = new IntBag(problem.rides);
        this.changed = new int[tour.length];
        this.isChanged = new boolean[tour.length];
        Arrays.fill(tourOf, NONE);
        for (int ride = 0; ride < problem.rides; ride++) {
            absent.add(ride);
        }
        absentBefore.copy(absent);
    }

    /** Of all tours. */
    double length() {
        return length;
    }

    /** Tours with rides. */
    int used() {
        return used;
    }

    void insert(int index, int ride, Insertion at) {
        touch(index);
        Tour into = tour[index];
        used += into.isEmpty() ? 1 : 0;
        length -= into.length;
        into.insert(ride, at.afterPickup, at.afterDropoff);
        length += into.length;
        tourOf[ride] = index;
        absent.remove(ride);
    }

    /** Takes the marked rides out of the tour; they become absent. */
    void remove(int index, boolean[] marked) {
        touch(index);
        Tour from = tour[index];
        for (int i = 1; i <= from.size; i++) {
            int ride = PooledProblem.ride(from.stop[i]);
            if (marked[ride] && tourOf[ride] != NONE) {
                tourOf[ride] = NONE;
                absent.add(ride);
            }
        }
        int size = from.size;
        length -= from.length;
        from.remove(marked);
        length += from.length;
        used -= size > 0 && from.isEmpty() ? 1 : 0;
    }

    /** Takes all rides out of the tour. */
    void clear(int index) {
        boolean[] all = new boolean[problem.rides];
        Arrays.fill(all, true);
        remove(index, all);
    }

    /** Becomes the plan whose stops these are. */
    void load(int[][] stops) {
        for (int index = 0; index < tour.length; index++) {
            clear(index);
        }
        for (int index = 0; index < stops.length; index++) {
            load(index, stops[index]);
        }
        keep();
    }

    private void load(int index, int[] stops) {
        tour[index].load(stops);
        length += tour[index].length;
        used++;
        for (int stop : stops) {
            tourOf[PooledProblem.ride(stop)] = index;
            absent.remove(PooledProblem.ride(stop));
        }
    }

    /** An empty tour, or −1. */
    int findEmpty() {
        for (int i = 0; i < tour.length; i++) {
            if (tour[i].isEmpty()) {
                return i;
            }
        }
        return NONE;
    }

    /** What was changed stays. */
    void keep() {
        for (int i = 0; i < changes; i++) {
            isChanged[changed[i]] = false;
        }
        changes = 0;
        absentBefore.copy(absent);
    }

    /** What was changed since the last {@link #keep} becomes as it was. */
    void undo() {
        for (int i = 0; i < changes; i++) {
            restore(changed[i]);
        }
        changes = 0;
        absent.copy(absentBefore);
        for (int i = 0; i < absent.size(); i++) {
            tourOf[absent.get(i)] = NONE;
        }
    }

    private void restore(int index) {
        Tour now = tour[index];
        Tour was = before[index];
        length += was.length - now.length;
        used += (was.isEmpty() ? 0 : 1) - (now.isEmpty() ? 0 : 1);
        now.copy(was);
        isChanged[index] = false;
        for (int i = 1; i <= now.size; i++) {
            tourOf[PooledProblem.ride(now.stop[i])] = index;
        }
    }

    private void touch(int index) {
        if (!isChanged[index]) {
            isChanged[index] = true;
            changed[changes++] = index;
            before[index].copy(tour[index]);
        }
    }

    /** The stops of each tour with rides, without the depot. */
    int[][] toStops() {
        return Arrays.stream(tour)
                .filter(each -> !each.isEmpty())
                .map(each -> Arrays.copyOfRange(each.stop, 1, each.size + 1))
                .toArray(int[][]::new);
    }
}
