package org.motorpool.dispatch;

import java.util.Map;
import java.util.stream.Stream;

/** Turns what a constraint of the database refuses into the problem that says so to people. */
public final class Constraints {

    private Constraints() {}

    /** The problem of the constraint that failed, or the failure itself when it is none of these. */
    public static Throwable explain(Throwable failure, Map<String, Problem> byConstraint) {
        return byConstraint.entrySet().stream()
                .filter(entry -> names(failure, entry.getKey()))
                .<Throwable>map(entry -> entry.getValue().asException())
                .findFirst()
                .orElse(failure);
    }

    /** The reactive client keeps the constraint's name in the message only. */
    private static boolean names(Throwable failure, String constraint) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(constraint));
    }
}
