package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Shifts and the rides that are in none; a change may be taken back as long as it is not kept. */
final class ShiftPlan {

    private static final int NONE = -1;

    final ExclusiveProblem problem;
    final Shift[] shift;

    /** Shift of each ride, or −1, and its place there. */
    final int[] shiftOf;

    final int[] indexOf;

    /** Rides that are in no shift, and vehicles that have one. */
    final IntBag absent;

    final IntBag used;

    private final Shift[] before;
    private final IntBag changed;
    private final IntBag absentBefore;
    private long driven;
    private long unserved;
    private long unservedBefore;

    ShiftPlan(ExclusiveProblem problem) {
        this.problem = problem;
        this.shift = shifts(problem);
        this.before = shifts(problem);
        this.shiftOf = new int[problem.rides];
        this.indexOf = new int[problem.rides];
        this.absent = new IntBag(problem.rides);
        this.absentBefore = new IntBag(problem.rides);
        this.used = new IntBag(problem.vehicles);
        this.changed = new IntBag(problem.vehicles);
        Arrays.fill(shiftOf, NONE);
        IntStream.range(0, problem.rides).forEach(absent::add);
        absentBefore.copy(absent);
        unserved = Arrays.stream(problem.unserved).sum();
        unservedBefore = unserved;
    }

    private static Shift[] shifts(ExclusiveProblem problem) {
        return IntStream.range(0, problem.vehicles)
                .mapToObj(vehicle -> new Shift(problem, vehicle))
                .toArray(Shift[]::new);
    }

    /** Of all shifts and unserved rides. */
    long cost() {
        return driven + unserved;
    }

    /** Of all shifts alone. */
    long driven() {
        return driven;
    }

    void insert(int vehicle, int ride, int at) {
        Shift into = open(vehicle);
        into.insert(ride, at);
        absent.remove(ride);
        unserved -= problem.unserved[ride];
        close(into);
    }

    /** Rides number {@code from} to {@code to}, exclusive, of the shift become absent. */
    void remove(int vehicle, int from, int to) {
        Shift out = open(vehicle);
        for (int i = from; i < to; i++) {
            shiftOf[out.ride[i]] = NONE;
            absent.add(out.ride[i]);
            unserved += problem.unserved[out.ride[i]];
        }
        out.remove(from, to);
        close(out);
    }

    /** The shift becomes these rides, whose old shifts are set by the caller as well. */
    void set(int vehicle, int[] rides) {
        Shift into = open(vehicle);
        into.set(rides);
        close(into);
    }

    private Shift open(int vehicle) {
        if (!changed.contains(vehicle)) {
            changed.add(vehicle);
            before[vehicle].copy(shift[vehicle]);
        }
        driven -= shift[vehicle].cost;
        return shift[vehicle];
    }

    private void close(Shift of) {
        driven += of.cost;
        settle(of);
    }

    private void settle(Shift of) {
        for (int i = 0; i < of.size; i++) {
            shiftOf[of.ride[i]] = of.vehicle;
            indexOf[of.ride[i]] = i;
        }
        if (of.isEmpty()) {
            used.remove(of.vehicle);
        } else {
            used.add(of.vehicle);
        }
    }

    /** What was changed stays. */
    void keep() {
        changed.clear();
        absentBefore.copy(absent);
        unservedBefore = unserved;
    }

    /** What was changed since the last {@link #keep} becomes as it was. */
    void undo() {
        for (int i = 0; i < changed.size(); i++) {
            Shift now = shift[changed.get(i)];
            driven += before[now.vehicle].cost - now.cost;
            now.copy(before[now.vehicle]);
            settle(now);
        }
        changed.clear();
        absent.copy(absentBefore);
        unserved = unservedBefore;
        for (int i = 0; i < absent.size(); i++) {
            shiftOf[absent.get(i)] = NONE;
        }
    }
}
