package org.motorpool.planner.referee;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.util.Collection;
import java.util.Set;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DaySolution;

/**
 * Scores a plan of a day. Hard: every vehicle and driver may and can do what they are given. Medium: rides left out, one of a priority
 * outweighs three of the priority below. Soft: fen that the plan must pay.
 */
public final class DayReferee {

    private static final SolutionManager<RefereedDay, HardMediumSoftScore> SCORING =
            SolutionManager.create(SolverFactory.<RefereedDay>create(new SolverConfig()
                    .withSolutionClass(RefereedDay.class)
                    .withEntityClasses(RefereedRide.class)
                    .withScoreDirectorFactory(
                            new ScoreDirectorFactoryConfig().withConstraintProviderClass(DayConstraints.class))));

    private DayReferee() {}

    /**
     * The score of a plan.
     *
     * @param excused vehicles that go on with what they have begun however late; they are not judged
     * @param measure of the ways between the places of the day
     */
    public static HardMediumSoftScore score(
            DayFacts facts, DaySolution solution, Collection<Integer> excused, Measure measure) {
        RefereedDay day = new DayReading(facts, solution, Set.copyOf(excused), measure).read();
        HardMediumSoftScore score = SCORING.update(day);
        if (score == null) {
            throw new IllegalStateException("a day without a score");
        }
        return score;
    }
}
