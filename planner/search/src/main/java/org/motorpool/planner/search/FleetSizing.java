package org.motorpool.planner.search;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many vehicles the rides of many days need at least: each unit alone, the units of a county together, those of a city, and all
 * together. The difference is what sharing saves. Times, ways and limits are those of the problem; classes and the order of homes are left
 * aside, so that no fleet can be smaller, whatever it is made of. Days are counted one by one and forgotten.
 */
public final class FleetSizing {

    private final double range_km;
    private final Map<Integer, Count> units = new TreeMap<>();
    private final Map<Integer, Count> counties = new TreeMap<>();
    private final Map<Integer, Count> cities = new TreeMap<>();
    private final Count pooled = new Count();

    /**
     * The rides of one day.
     *
     * @param owners whose each ride is
     * @param loaded_km length of each ride
     * @param way_km length of a way of the problem
     */
    public record Day(ExclusiveProblem rides, List<Owner> owners, List<Double> loaded_km, IntToDoubleFunction way_km) {
        public Day {
            owners = List.copyOf(owners);
            loaded_km = List.copyOf(loaded_km);
            if (owners.size() != rides.rides || loaded_km.size() != rides.rides) {
                throw new IllegalArgumentException("%d rides of %d owners have %d lengths"
                        .formatted(rides.rides, owners.size(), loaded_km.size()));
            }
        }
    }

    /** Whose ride it is, and where that unit lies, by numbers. */
    public record Owner(int unit, int county, int city) {}

    /**
     * A fleet that is large enough on every day.
     *
     * @param vehicles at least
     * @param electric so many of them may be electric: no day asks more of them than the range, and they charge at home overnight
     */
    public record Fleet(int vehicles, int electric) {}

    /**
     * The fleets.
     *
     * @param units by unit, each alone
     * @param counties by county, its units together
     * @param cities by city, its counties together
     * @param pooled all together
     */
    public record Sizes(
            Map<Integer, Fleet> units, Map<Integer, Fleet> counties, Map<Integer, Fleet> cities, Fleet pooled) {

        /** Vehicles when each unit keeps its own. */
        public int alone() {
            return units.values().stream().mapToInt(Fleet::vehicles).sum();
        }

        /** Vehicles that sharing between all units saves, percent of those of the units alone. */
        public double saving_percent() {
            return alone() == 0 ? 0 : 100.0 * (alone() - pooled.vehicles()) / alone();
        }
    }

    /** What the busiest days ask for. */
    private static final class Count {

        private int vehicles;
        private int beyondRange;

        private void add(Day day, List<Integer> rides, double range_km) {
            int[] among = rides.stream().mapToInt(Integer::intValue).toArray();
            List<List<Integer>> chains = FleetBound.chains(day.rides(), among);
            int far = (int)
                    chains.stream().filter(chain -> km(day, chain) > range_km).count();
            vehicles = Math.max(vehicles, chains.size());
            beyondRange = Math.max(beyondRange, far);
        }

        private Fleet fleet() {
            return new Fleet(vehicles, vehicles - beyondRange);
        }
    }

    /** @param range_km what an electric vehicle may drive on one day */
    public FleetSizing(double range_km) {
        this.range_km = range_km;
    }

    /** Counts one more day. */
    public void add(Day day) {
        add(day, units, Owner::unit);
        add(day, counties, Owner::county);
        add(day, cities, Owner::city);
        pooled.add(day, IntStream.range(0, day.owners().size()).boxed().toList(), range_km);
    }

    private void add(Day day, Map<Integer, Count> counts, ToIntFunction<Owner> owner) {
        IntStream.range(0, day.owners().size())
                .boxed()
                .collect(Collectors.groupingBy(
                        ride -> owner.applyAsInt(day.owners().get(ride))))
                .forEach((of, rides) ->
                        counts.computeIfAbsent(of, _ -> new Count()).add(day, rides, range_km));
    }

    /** What the days so far need. */
    public Sizes sizes() {
        return new Sizes(fleets(units), fleets(counties), fleets(cities), pooled.fleet());
    }

    private static Map<Integer, Fleet> fleets(Map<Integer, Count> counts) {
        Map<Integer, Fleet> fleets = new TreeMap<>();
        counts.forEach((of, count) -> fleets.put(of, count.fleet()));
        return fleets;
    }

    /** From the nearest home and back to the nearest. */
    private static double km(Day day, List<Integer> chain) {
        ExclusiveProblem problem = day.rides();
        int first = chain.getFirst();
        int last = chain.getLast();
        double km = nearest(day, vehicle -> problem.out(vehicle, first))
                + nearest(day, vehicle -> problem.back(last, vehicle))
                + day.loaded_km().get(first);
        for (int i = 1; i < chain.size(); i++) {
            km += day.way_km().applyAsDouble(problem.between(chain.get(i - 1), chain.get(i)))
                    + day.loaded_km().get(chain.get(i));
        }
        return km;
    }

    private static double nearest(Day day, IntUnaryOperator way) {
        return IntStream.range(0, day.rides().vehicles)
                .map(way)
                .mapToDouble(each -> day.way_km().applyAsDouble(each))
                .min()
                .orElse(0);
    }
}
