package org.motorpool.dispatch.bench.booking;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Random steps of people in a platform that runs already, for tests: the world is made, walked in, and looked at. */
public final class RandomSteps {

    private RandomSteps() {}

    /**
     * What came of it.
     *
     * @param failures answers that were neither a success nor a refusal that says why
     * @param firstFailure one of them; null when there was none
     * @param broken invariants that do not hold, and how often
     */
    public record Report(
            int done, int refused, int failures, @Nullable String firstFailure, Map<String, Long> broken) {
        public Report {
            broken = Map.copyOf(broken);
        }
    }

    /**
     * Walks.
     *
     * @param root path of the unit below which the people's units are put
     * @param owner connection of the owner of the schema, which has no such world yet
     * @param privateKey signs the people's tokens
     */
    public static Report take(int steps, long seed, int port, String root, Path privateKey, Connection owner)
            throws Exception {
        Fleet fleet = new Fleet(privateKey, root);
        new Past(fleet, 0).fill(owner, System.err);
        Walk walk = new Walk(fleet, new Calls(port, false), seed);
        Walk.Outcome outcome = walk.run(steps);
        return new Report(
                outcome.done(),
                outcome.refused(),
                outcome.failures(),
                outcome.firstFailure(),
                new Invariants(owner).broken(walk.confirmed_fen()));
    }
}
