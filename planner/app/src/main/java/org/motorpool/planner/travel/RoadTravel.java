package org.motorpool.planner.travel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.GreatCircle;
import org.motorpool.planner.search.day.Travel;
import org.motorpool.planner.travel.Roads.Way;

/**
 * Travel by road. Ways from a place to those nearest to it are measured when the first of them is asked for; the others are estimated, at
 * the scale of a sample of measured ones, so that a day of thousands of places costs a few ways for each. Answers never change; one thread
 * at a time. Where no road leads, or nothing can be measured, the estimate holds. Durations are whole minutes, upwards.
 */
final class RoadTravel implements Travel {

    private static final Logger LOG = Logger.getLogger(RoadTravel.class);
    private static final int SAMPLED = 40;
    private static final int MINUTE_S = 60;

    /** No road is faster, km/h, and no way shorter than the great circle, which the estimate multiplies by 1.3. */
    private static final int FASTEST_kmh = 120;

    private static final double LEAST_OF_ESTIMATE = 1 / 1.3;

    private final Roads roads;
    private final int nearest;
    private final List<Place> places;
    private final GreatCircle estimate;
    private final Map<Integer, Map<Integer, Way>> measured = new HashMap<>();

    /** Those the day began with; a later one is in nobody's neighbourhood but its own. */
    private final int first;

    private final double lengthScale;
    private final double timeScale;
    private boolean unavailable;

    RoadTravel(Roads roads, int nearest, List<Place> places) {
        this.roads = roads;
        this.nearest = nearest;
        this.places = new ArrayList<>(places);
        this.estimate = new GreatCircle(places);
        this.first = places.size();
        Sample sample = sample();
        this.lengthScale = sample.scale(sample.measured_m, sample.estimated_m);
        this.timeScale = sample.scale(sample.measured_s, sample.estimated_s);
    }

    @Override
    public void add(Place place) {
        places.add(place);
        estimate.add(place);
    }

    @Override
    public int distance_m(int from, int to) {
        return findWay(from, to).map(Way::distance_m).orElseGet(() ->
                (int) Math.max(least_m(from, to), Math.round(lengthScale * estimate.distance_m(from, to))));
    }

    @Override
    public int duration_s(int from, int to) {
        int exact_s = findWay(from, to).map(Way::duration_s).orElseGet(() ->
                (int) Math.round(timeScale * estimate.duration_s(from, to)));
        return MINUTE_S * Math.ceilDiv(exact_s, MINUTE_S);
    }

    @Override
    public int least_m(int from, int to) {
        return (int) (LEAST_OF_ESTIMATE * estimate.distance_m(from, to));
    }

    @Override
    public int least_s(int distance_m) {
        return (int) (distance_m * 3.6 / FASTEST_kmh);
    }

    private Optional<Way> findWay(int from, int to) {
        if (from == to || !isKnown(from) || !isKnown(to)) {
            return Optional.empty();
        }
        Map<Integer, Way> row = measured.computeIfAbsent(from, this::measure);
        if (to >= first && !row.containsKey(to) && IntStream.of(around(to)).anyMatch(each -> each == from)) {
            row.putAll(measure(from, new int[] {to}));
        }
        return Optional.ofNullable(row.get(to));
    }

    private boolean isKnown(int place) {
        return !Double.isNaN(places.get(place).latitude());
    }

    private Map<Integer, Way> measure(int from) {
        return measure(from, around(from));
    }

    private Map<Integer, Way> measure(int from, int[] to) {
        Map<Integer, Way> ways = new HashMap<>();
        if (!unavailable) {
            Optional<Map<Integer, Way>> found = roads.findWays(
                    places.get(from), IntStream.of(to).mapToObj(places::get).toList());
            found.ifPresentOrElse(row -> row.forEach((at, way) -> ways.put(to[at], way)), this::estimateFromNow);
        }
        return ways;
    }

    private void estimateFromNow() {
        unavailable = true;
        LOG.warn("ways by road cannot be measured now; this day goes on with estimates");
    }

    /** The places nearest to one, by the estimate. */
    private int[] around(int place) {
        return IntStream.range(0, places.size())
                .filter(other -> other != place && isKnown(other))
                .mapToLong(other -> (long) estimate.distance_m(place, other) << Integer.SIZE | other)
                .sorted()
                .limit(nearest)
                .mapToInt(near -> (int) near)
                .toArray();
    }

    /** Ways across the whole day: from places apart in the list to those half the list further. */
    private Sample sample() {
        Sample sample = new Sample();
        int step = Math.max(1, first / SAMPLED);
        for (int from = 0; from < first && !unavailable; from += step) {
            int to = (from + first / 2 + 1) % first;
            if (from != to && isKnown(from) && isKnown(to)) {
                int estimated_m = estimate.distance_m(from, to);
                int estimated_s = estimate.duration_s(from, to);
                measure(from, new int[] {to}).values().forEach(way -> sample.add(way, estimated_m, estimated_s));
            }
        }
        return sample;
    }

    /** Sums of ways that were measured, and of what they were estimated at. */
    private static final class Sample {

        private long measured_m;
        private long measured_s;
        private long estimated_m;
        private long estimated_s;

        void add(Way way, int estimate_m, int estimate_s) {
            measured_m += way.distance_m();
            measured_s += way.duration_s();
            estimated_m += estimate_m;
            estimated_s += estimate_s;
        }

        double scale(long exact, long estimated) {
            return exact == 0 || estimated == 0 ? 1 : (double) exact / estimated;
        }
    }
}
