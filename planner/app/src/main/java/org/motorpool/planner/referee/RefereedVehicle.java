package org.motorpool.planner.referee;

import org.motorpool.planner.search.day.DayFacts;

/** A vehicle of the day by its number. */
public record RefereedVehicle(int number, DayFacts.Vehicle facts, DayFacts.Unit owner) {

    boolean isNewEnergy() {
        return switch (facts.tank().energy()) {
            case ELECTRIC, HYBRID -> true;
            case PETROL, DIESEL -> false;
        };
    }

    /** Price of so many metres, empty or with riders. */
    long way_fen(long way_m, boolean empty) {
        DayFacts.Weights weights = owner.weights();
        long km_fen = weights.km_fen().getOrDefault(facts.tank().energy(), 0) + (empty ? weights.deadheadKm_fen() : 0);
        return way_m * km_fen / 1000;
    }
}
