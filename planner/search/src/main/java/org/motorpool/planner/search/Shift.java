package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.List;

/** The rides of one vehicle in their order, with the times that decide whether something fits in between. */
final class Shift {

    private final ExclusiveProblem problem;
    final int vehicle;
    int[] ride = new int[8];
    int size;

    /** When a ride begins at the earliest, and when it must at the latest so that all that follow are in time. */
    int[] begin = new int[8];

    int[] last = new int[8];

    int cost;

    Shift(ExclusiveProblem problem, int vehicle) {
        this.problem = problem;
        this.vehicle = vehicle;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** When the vehicle is free after ride number {@code index}. */
    int end(int index) {
        return begin[index] + problem.duration[ride[index]];
    }

    List<Integer> rides() {
        return Arrays.stream(ride, 0, size).boxed().toList();
    }

    void copy(Shift other) {
        reserve(other.size);
        System.arraycopy(other.ride, 0, ride, 0, other.size);
        System.arraycopy(other.begin, 0, begin, 0, other.size);
        System.arraycopy(other.last, 0, last, 0, other.size);
        size = other.size;
        cost = other.cost;
    }

    void insert(int added, int at) {
        reserve(size + 1);
        System.arraycopy(ride, at, ride, at + 1, size - at);
        ride[at] = added;
        size++;
        refresh();
    }

    void remove(int from, int to) {
        System.arraycopy(ride, to, ride, from, size - to);
        size -= to - from;
        refresh();
    }

    void set(int[] rides) {
        reserve(rides.length);
        System.arraycopy(rides, 0, ride, 0, rides.length);
        size = rides.length;
        refresh();
    }

    private void refresh() {
        cost = 0;
        if (size > 0) {
            forward();
            backward();
        }
    }

    private void forward() {
        cost = problem.alone(vehicle, ride[0]) - problem.cost(vehicle, problem.back(ride[0], vehicle));
        begin[0] = problem.earliest[ride[0]];
        for (int i = 1; i < size; i++) {
            cost += problem.cost(vehicle, problem.between(ride[i - 1], ride[i])) + problem.surcharge(vehicle, ride[i]);
            begin[i] = problem.begin(end(i - 1), ride[i - 1], ride[i]);
        }
        cost += problem.cost(vehicle, problem.back(ride[size - 1], vehicle));
    }

    private void backward() {
        last[size - 1] = problem.latest[ride[size - 1]];
        for (int i = size - 2; i >= 0; i--) {
            int way = problem.time(problem.between(ride[i], ride[i + 1]));
            last[i] = Math.min(problem.latest[ride[i]], last[i + 1] - way - problem.duration[ride[i]]);
        }
    }

    private void reserve(int rides) {
        if (ride.length < rides) {
            ride = Arrays.copyOf(ride, 2 * rides);
            begin = Arrays.copyOf(begin, 2 * rides);
            last = Arrays.copyOf(last, 2 * rides);
        }
    }
}
