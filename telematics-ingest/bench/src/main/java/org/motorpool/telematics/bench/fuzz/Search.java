package org.motorpool.telematics.bench.fuzz;

import java.util.ArrayList;
import java.util.List;

/** The inputs that others are made of: valid ones, and those with which something new happened. */
final class Search {
    private static final int MOST_SEEDS = 50_000;

    private final Target target;
    private final List<Input> seeds;

    Search(Target target, List<Input> valid) {
        this.target = target;
        this.seeds = new ArrayList<>(valid);
    }

    void tryOut(Input input) {
        if (target.take(input) && seeds.size() < MOST_SEEDS) {
            seeds.add(input);
        }
    }

    List<Input> seeds() {
        return seeds;
    }
}
