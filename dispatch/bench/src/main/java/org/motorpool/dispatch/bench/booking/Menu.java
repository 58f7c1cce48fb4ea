package org.motorpool.dispatch.bench.booking;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Acts of which one is chosen, each as often as its weight. */
final class Menu<T> {

    /** Something to do with something. */
    interface Act<T> {
        void take(T with) throws InterruptedException;
    }

    private final NavigableMap<Integer, Act<T>> acts = new TreeMap<>();
    private int sum;

    Menu<T> with(int weight, Act<T> act) {
        sum += weight;
        acts.put(sum, act);
        return this;
    }

    Act<T> any(RandomGenerator random) {
        return acts.higherEntry(random.nextInt(sum)).getValue();
    }
}
