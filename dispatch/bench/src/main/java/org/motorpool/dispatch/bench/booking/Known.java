package org.motorpool.dispatch.bench.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Things of a kind that people know of: the newest some hundred, of which anybody may take one. */
final class Known<T> {

    private static final int MOST = 400;

    private final List<T> things = new ArrayList<>();

    synchronized void add(T thing) {
        things.add(thing);
        if (things.size() > MOST) {
            things.removeFirst();
        }
    }

    synchronized Optional<T> any(RandomGenerator random) {
        return things.isEmpty() ? Optional.empty() : Optional.of(things.get(random.nextInt(things.size())));
    }

    /** One that nobody else has, until it is added again. */
    synchronized Optional<T> take(RandomGenerator random) {
        return things.isEmpty() ? Optional.empty() : Optional.of(things.remove(random.nextInt(things.size())));
    }

    synchronized List<T> all() {
        return List.copyOf(things);
    }
}
