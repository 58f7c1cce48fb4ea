package org.motorpool.planner.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param tours the stops of each in their order, by their numbers in the problem, without the depot
 * @param unserved rides in no tour
 * @param length of all tours
 * @param steps the search took
 */
public record PooledSolution(List<List<Integer>> tours, int unserved, double length, long steps) {
    public PooledSolution {
        tours = tours.stream().map(List::copyOf).toList();
    }
}
