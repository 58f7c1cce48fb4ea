package org.motorpool.dispatch.supervision.detector;

/**
 * A figure of a detector that its rule rows set.
 *
 * @param stricter which way a province may move it
 */
public record Threshold(String name, double min, double max, Stricter stricter) {

    /** Which way the detector speaks up more easily. */
    public enum Stricter {
        LOWER,
        HIGHER,
        /** A province may choose. */
        NEITHER
    }

    static Threshold lower(String name, double min, double max) {
        return new Threshold(name, min, max, Stricter.LOWER);
    }

    static Threshold higher(String name, double min, double max) {
        return new Threshold(name, min, max, Stricter.HIGHER);
    }

    static Threshold free(String name, double min, double max) {
        return new Threshold(name, min, max, Stricter.NEITHER);
    }

    /** Whether the one is at least as strict as the other. */
    public boolean isAsStrict(double one, double other) {
        return switch (stricter) {
            case LOWER -> one <= other;
            case HIGHER -> one >= other;
            case NEITHER -> true;
        };
    }
}
