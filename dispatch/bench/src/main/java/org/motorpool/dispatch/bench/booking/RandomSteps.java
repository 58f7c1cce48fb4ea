package org.motorpool.dispatch.bench.booking;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/** Random steps of people in a platform that runs already: they walk, the platform comes to rest, the tables are looked at. */
public final class RandomSteps {

    private final Fleet fleet;
    private final Calls calls;
    private final Connection owner;

    RandomSteps(Fleet fleet, Calls calls, Connection owner) {
        this.fleet = fleet;
        this.calls = calls;
        this.owner = owner;
    }

    /**
     * What came of it.
     *
     * @param failures answers that were neither a success nor a refusal that says why, or what must not be answered
     * @param examples one of each kind of them
     * @param acts how often each kind of act was carried out
     * @param broken invariants that do not hold: how often, and an example
     * @param invariants how many there are
     */
    public record Report(
            long done,
            long refused,
            long failures,
            Map<String, String> examples,
            Map<String, Long> acts,
            Map<String, String> broken,
            int invariants) {
        public Report {
            examples = Map.copyOf(examples);
            acts = Map.copyOf(acts);
            broken = Map.copyOf(broken);
        }
    }

    /**
     * Walks in a world of its own, for tests.
     *
     * @param root path of the unit below which the people's units are put
     * @param owner connection of the owner of the schema, which has no such world yet
     * @param privateKey signs the people's tokens
     */
    public static Report take(int steps, long seed, int port, String root, Path privateKey, Connection owner)
            throws Exception {
        Fleet fleet = new Fleet(privateKey, root);
        new Past(fleet, 0).fill(owner, System.err);
        return new RandomSteps(fleet, new Calls(port, false), owner).take(steps, seed);
    }

    /**
     * What is out of step in the tables that the connection sees: invariants that do not hold, and how often.
     *
     * @param begun when the walk began
     * @param confirmed_fen sum of the expenses the people were told are kept
     * @param rented_fen sum of what they were told rentals cost
     */
    public static Map<String, String> look(Connection owner, Instant begun, long confirmed_fen, long rented_fen)
            throws SQLException {
        WalkViews.make(owner, begun);
        return new Invariants(owner).broken(Invariants.all(confirmed_fen, rented_fen));
    }

    Report take(int steps, long seed) throws Exception {
        Instant begun = Instant.now();
        WalkViews.make(owner, begun);
        Walk walk = new Walk(fleet, calls, seed);
        Tally.Outcome outcome = walk.run(steps);
        new Reckoning(fleet, calls, owner).await(begun);
        return new Report(
                outcome.done(),
                outcome.refused(),
                outcome.failures(),
                outcome.examples(),
                outcome.acts(),
                look(owner, begun, walk.confirmed_fen(), walk.rented_fen()),
                Invariants.all(0, 0).size());
    }
}
