package org.motorpool.planner.search;

import java.util.SplittableRandom;

/** The changes a search tries. */
final class ShiftChange {

    private final ShiftRemoval ruin;
    private final ShiftReturn recreate;
    private final Rematch rematch;

    ShiftChange(ShiftPlan plan, Parked parked, SplittableRandom random) {
        Neighbours neighbours = new Neighbours(plan.problem);
        this.ruin = new ShiftRemoval(plan, neighbours, random);
        this.recreate = new ShiftReturn(plan, neighbours, parked, random);
        this.rematch = new Rematch(plan, neighbours, random);
    }

    /** Rematches when it is its turn, else ruins and recreates. */
    void make(boolean rematches) {
        if (rematches) {
            rematch.improve();
        } else {
            ruin.ruin();
            recreate.recreate();
        }
    }
}
