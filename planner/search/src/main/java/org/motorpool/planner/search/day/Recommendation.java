package org.motorpool.planner.search.day;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who should serve a ride, and why nobody else.
 *
 * @param best the least dear first
 * @param others every other vehicle with the reason it loses
 */
public record Recommendation(List<Option> best, Map<Integer, Reason> others) {

    public Recommendation {
        best = List.copyOf(best);
        others = Map.copyOf(others);
    }

    /** Why a vehicle is not among the best. */
    public sealed interface Reason {
        /**
         * It cannot: the constraint that binds.
         *
         * @param shortage what its battery lacks, where that binds and is known
         */
        record Refused(Obstacle obstacle, @Nullable Shortage shortage) implements Reason {

            /** For anything but its battery. */
            public Refused(Obstacle obstacle) {
                this(obstacle, null);
            }
        }

        /** It can, but costs so much more than the best. */
        record Dearer(long more_fen) implements Reason {}
    }
}
