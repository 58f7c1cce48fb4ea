package org.motorpool.dispatch.reconciliation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a day that was driven for one thing.
 *
 * @param to after {@code from}
 * @param subjectId null for UNEXPLAINED
 */
record Segment(
        Use use,
        Instant from,
        Instant to,
        long distance_m,
        long ignition_s,
        @Nullable UUID subjectId) {

    boolean isOfSame(Segment other) {
        return use == other.use && Objects.equals(subjectId, other.subjectId);
    }

    Segment with(Segment next) {
        return new Segment(use, from, next.to, distance_m + next.distance_m, ignition_s + next.ignition_s, subjectId);
    }
}
