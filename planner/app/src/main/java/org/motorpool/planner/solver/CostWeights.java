package org.motorpool.planner.solver;

/**
 * What it costs, beyond the running cost, to give one ride to a vehicle that is not the first choice; all in fen.
 *
 * @param otherUnit_fen the vehicle belongs to another unit than the ride
 * @param otherRegion_fen the vehicle belongs to another region than the ride; comes on top of the other unit
 * @param notNewEnergy_fen the vehicle is not a new-energy vehicle
 */
public record CostWeights(long otherUnit_fen, long otherRegion_fen, long notNewEnergy_fen) {
    public CostWeights {
        if (otherUnit_fen < 0 || otherRegion_fen < 0 || notNewEnergy_fen < 0) {
            throw new IllegalArgumentException(
                    "cost weights must not be negative: otherUnit_fen=%d, ".formatted(otherUnit_fen)
                            + "otherRegion_fen=%d, notNewEnergy_fen=%d".formatted(otherRegion_fen, notNewEnergy_fen));
        }
    }
}
