package org.motorpool.planner.search;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * How many vehicles the rides of many days need at least: each unit alone, the units of a region together, and all together. The
 * difference is what sharing saves. Times, ways and limits are those of the problem; classes and the order of homes are left aside, so that
 * no fleet can be smaller, whatever it is made of.
 */
public final class FleetSizing {

    private final List<Day> days;
    private final double range_km;

    /**
     * The rides of one day.
     *
     * @param owners unit and region of each ride
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

    /** Whose ride it is, by numbers. */
    public record Owner(int unit, int region) {}

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
     * @param regions by region, its units together
     * @param pooled all together
     */
    public record Sizes(Map<Integer, Fleet> units, Map<Integer, Fleet> regions, Fleet pooled) {

        /** Vehicles when each unit keeps its own. */
        public int alone() {
            return units.values().stream().mapToInt(Fleet::vehicles).sum();
        }

        /** Vehicles that sharing between all units saves, percent of those of the units alone. */
        public double saving_percent() {
            return alone() == 0 ? 0 : 100.0 * (alone() - pooled.vehicles()) / alone();
        }
    }

    /** @param range_km what an electric vehicle may drive on one day */
    public FleetSizing(List<Day> days, double range_km) {
        this.days = List.copyOf(days);
        this.range_km = range_km;
    }

    public Sizes sizes() {
        Map<Integer, Fleet> units = new TreeMap<>();
        Map<Integer, Fleet> regions = new TreeMap<>();
        days.stream().flatMap(day -> day.owners().stream()).distinct().forEach(owner -> {
            units.computeIfAbsent(owner.unit(), unit -> fleet(other -> other.unit() == unit));
            regions.computeIfAbsent(owner.region(), region -> fleet(other -> other.region() == region));
        });
        return new Sizes(units, regions, fleet(_ -> true));
    }

    private interface Owners {
        boolean has(Owner owner);
    }

    private Fleet fleet(Owners owners) {
        int vehicles = 0;
        int beyondRange = 0;
        for (Day day : days) {
            IntPredicate among = ride -> owners.has(day.owners().get(ride));
            List<List<Integer>> chains = FleetBound.chains(day.rides(), among);
            int far = (int)
                    chains.stream().filter(chain -> km(day, chain) > range_km).count();
            vehicles = Math.max(vehicles, chains.size());
            beyondRange = Math.max(beyondRange, far);
        }
        return new Fleet(vehicles, vehicles - beyondRange);
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
