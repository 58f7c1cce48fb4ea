package org.motorpool.dispatch.bench.booking;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

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

    Tally.Outcome run(int steps) throws InterruptedException, ExecutionException {
        new Ground(fleet, calls).prepare();
        Tally tally = new Tally();
        AtomicInteger left = new AtomicInteger(steps);
        List<Walker> people = IntStream.range(0, PEOPLE)
                .mapToObj(each -> new Walker(fleet, things, new Person(calls, tally, seed + each)))
                .toList();
        Load.inParallel(people.stream()
                .<Callable<Void>>map(person -> () -> {
                    while (left.getAndDecrement() > 0) {
                        person.step();
                    }
                    return null;
                })
                .toList());
        return tally.outcome();
    }

    /** Sum of the expenses the platform confirmed, less what it cancelled, as the people know it. */
    long confirmed_fen() {
        return things.confirmed_fen.get();
    }

    /** Sum of what rentals cost, as the people know it. */
    long rented_fen() {
        return things.rented_fen.get();
    }
}
