package org.motorpool.planner.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param unserved rides in no shift
 * @param cost of vehicles, ways, surcharges and unserved rides, by the model
 * @param steps the search took until then
 */
public record ExclusiveSolution(List<Shift> shifts, int unserved, long cost, long steps) {

    public ExclusiveSolution {
        shifts = List.copyOf(shifts);
    }

    /** The rides of one vehicle in their order, by their numbers in the problem. */
    public record Shift(int vehicle, List<Integer> rides) {
        public Shift {
            rides = List.copyOf(rides);
        }
    }
}
