package org.motorpool.telematics.bench.gateway;

import java.util.Random;

/** In which order terminals report: each once, then each again; shuffled, so that neighbours do not come together. */
final class Turns {
    private final int[] terminals;
    private final int[] places;

    Turns(int count) {
        terminals = new int[count];
        places = new int[count];
        for (int i = 0; i < count; i++) {
            terminals[i] = i;
        }
        shuffle(new Random(808));
        for (int i = 0; i < count; i++) {
            places[terminals[i]] = i;
        }
    }

    private void shuffle(Random random) {
        for (int i = terminals.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = terminals[i];
            terminals[i] = terminals[other];
            terminals[other] = kept;
        }
    }

    int terminal(long slot) {
        return terminals[(int) (slot % terminals.length)];
    }

    /** The slot of a terminal's report. */
    long slot(int terminal, int number) {
        return (long) number * terminals.length + places[terminal];
    }
}
