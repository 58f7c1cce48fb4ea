package org.motorpool.dispatch.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One way, with the rests it has time for.
 *
 * @param atOnce driven before each rest
 * @param pauses how many rests
 */
record Leg(Duration driving, Duration atOnce, Duration rest, int pauses) {

    static Leg of(Duration driving, Duration mostAtOnce, Duration rest, Duration spare) {
        long wanted = driving.isZero() ? 0 : (driving.toSeconds() - 1) / mostAtOnce.toSeconds();
        long possible = Math.max(0, spare.toSeconds() / rest.toSeconds());
        return new Leg(driving, mostAtOnce, rest, (int) Math.min(wanted, possible));
    }

    Duration rests() {
        return rest.multipliedBy(pauses);
    }

    Duration length() {
        return driving.plus(rests());
    }

    /** The stretches at the wheel when the leg begins at this moment. */
    Stream<Period> from(Instant start) {
        Duration step = atOnce.plus(rest);
        return IntStream.rangeClosed(0, pauses).mapToObj(index -> {
            Instant begin = start.plus(step.multipliedBy(index));
            return new Period(begin, index == pauses ? start.plus(length()) : begin.plus(atOnce));
        });
    }
}
