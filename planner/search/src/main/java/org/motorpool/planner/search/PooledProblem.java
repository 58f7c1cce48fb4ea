package org.motorpool.planner.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rides that vehicles of one fleet may pool: pick-ups and drop-offs with time windows, as in the pickup and delivery problem of
 * Li and Lim. Stop 0 is the depot; ride {@code r} has its pick-up at stop {@code 2r + 1} and its drop-off at {@code 2r + 2}.
 * Distance and travel time are the same number.
 */
public final class PooledProblem {

    final int rides;
    final int stops;
    final int vehicles;
    final int capacity;
    final double[] earliest;
    final double[] latest;
    final double[] service;
    final int[] demand;
    final double[] distance;
    final Limits limits;

    /** As the problem of Li and Lim has it: neither rides nor tours are limited. */
    public PooledProblem(int vehicles, int capacity, List<Stop> stop) {
        this(vehicles, capacity, stop, Limits.NONE);
    }

    /**
     * @param vehicles how many there are, at least 1
     * @param capacity of each
     * @param stop the depot, then pick-up and drop-off of each ride in turn
     * @param limits of the dial-a-ride problem
     */
    public PooledProblem(int vehicles, int capacity, List<Stop> stop, Limits limits) {
        if (vehicles < 1 || stop.size() % 2 == 0) {
            throw new IllegalArgumentException(
                    "%d vehicles and %d stops: there must be a vehicle, and a depot before pairs of stops"
                            .formatted(vehicles, stop.size()));
        }
        this.vehicles = vehicles;
        this.capacity = capacity;
        this.limits = limits;
        this.stops = stop.size();
        this.rides = stop.size() / 2;
        this.earliest = stop.stream().mapToDouble(Stop::earliest).toArray();
        this.latest = stop.stream().mapToDouble(Stop::latest).toArray();
        this.service = stop.stream().mapToDouble(Stop::service).toArray();
        this.demand = stop.stream().mapToInt(Stop::demand).toArray();
        this.distance = new double[stops * stops];
        for (int from = 0; from < stops; from++) {
            for (int to = 0; to < stops; to++) {
                distance[from * stops + to] = stop.get(from).distance(stop.get(to));
            }
        }
        if (limits.areSet()) {
            IntStream.range(0, rides).forEach(this::tighten);
        }
    }

    /** Who is on board no longer than the limit has a narrower window at one end for that of the other. */
    private void tighten(int ride) {
        int pickup = pickup(ride);
        int dropoff = dropoff(ride);
        double least = service[pickup] + distance(pickup, dropoff);
        double most = service[pickup] + limits.ride();
        earliest[pickup] = Math.max(earliest[pickup], earliest[dropoff] - most);
        latest[pickup] = Math.min(latest[pickup], latest[dropoff] - least);
        earliest[dropoff] = Math.max(earliest[dropoff], earliest[pickup] + least);
        latest[dropoff] = Math.min(latest[dropoff], latest[pickup] + most);
    }

    /**
     * How long one may take at most, in the unit of time.
     *
     * @param ride from the end of service at the pick-up to the begin of service at the drop-off
     * @param tour from leaving the depot to coming back
     */
    public record Limits(double ride, double tour) {

        /** No limits. */
        public static final Limits NONE = new Limits(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        public Limits {
            if (!(ride > 0 && tour > 0)) {
                throw new IllegalArgumentException(
                        "limits of rides (%s) and tours (%s) must be positive".formatted(ride, tour));
            }
        }

        boolean areSet() {
            return ride < Double.POSITIVE_INFINITY || tour < Double.POSITIVE_INFINITY;
        }
    }

    /**
     * A place that is visited.
     *
     * @param demand what is taken in; negative at a drop-off
     * @param earliest when service may begin at the earliest
     * @param latest when it must begin at the latest
     */
    public record Stop(double x, double y, int demand, double earliest, double latest, double service) {

        double distance(Stop other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    double distance(int from, int to) {
        return distance[from * stops + to];
    }

    /** From the begin at a pick-up to that at its drop-off, or from the depot back to it. */
    double most(int stop) {
        return stop == 0 ? limits.tour() : service[stop] + limits.ride();
    }

    static int pickup(int ride) {
        return 2 * ride + 1;
    }

    static int dropoff(int ride) {
        return 2 * ride + 2;
    }

    static int ride(int stop) {
        return (stop - 1) / 2;
    }
}
