package org.motorpool.dispatch.bench.booking;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Random people do random things, in a world so small that they meet: they repeat themselves, act on what has changed, on what is
 * not theirs, and too late. The platform may refuse anything but never fail; what it then holds is checked by {@link Invariants}.
 */
final class Walk {

    private static final int PEOPLE = 16;

    private final Fleet fleet;
    private final Calls calls;
    private final long seed;
    private final Things things = new Things();

    Walk(Fleet fleet, Calls calls, long seed) {
        this.fleet = fleet;
        this.calls = calls;
        this.seed = seed;
    }

    /**
     * What happened.
     *
     * @param done acts that the platform carried out
     * @param refused acts that it refused with a code
     * @param firstFailure what it answered else, which it must not; or null
     */
    record Outcome(
            int steps,
            int done,
            int refused,
            int failures,
            @Nullable String firstFailure) {}

    Outcome run(int steps) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(steps);
        List<Walker> people = IntStream.range(0, PEOPLE)
                .mapToObj(person -> new Walker(fleet, calls, things, seed + person))
                .toList();
        Load.inParallel(people.stream()
                .<Callable<Void>>map(person -> () -> {
                    while (left.getAndDecrement() > 0) {
                        person.step();
                    }
                    return null;
                })
                .toList());
        return new Outcome(
                steps,
                people.stream().mapToInt(Walker::done).sum(),
                people.stream().mapToInt(Walker::refused).sum(),
                people.stream().mapToInt(Walker::failures).sum(),
                people.stream()
                        .map(Walker::firstFailure)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** Sum of the expenses the platform confirmed, less what it cancelled, as the people know it. */
    long confirmed_fen() {
        return things.confirmed_fen.get();
    }
}
