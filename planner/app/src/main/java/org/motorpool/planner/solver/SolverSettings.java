package org.motorpool.planner.solver;

/**
 * What the operator decides about every solve.
 *
 * @param weights what second-choice vehicles cost
 * @param movesPerRide the search ends when it has tried so many moves for each ride, even before its time is over
 */
public record SolverSettings(CostWeights weights, int movesPerRide) {
    public SolverSettings {
        if (movesPerRide < 1) {
            throw new IllegalArgumentException("movesPerRide (%d) must be 1 or more".formatted(movesPerRide));
        }
    }
}
