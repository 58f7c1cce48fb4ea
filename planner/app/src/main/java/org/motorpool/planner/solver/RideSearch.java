package org.motorpool.planner.solver;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.phase.custom.CustomPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;

/** How Timefold searches from a greedy plan: moves, acceptance and when to end. */
final class RideSearch {

    private RideSearch() {}

    /** @param onStart called on the solving thread once the solver can be terminated */
    static SolverFactory<RidePlan> factory(SolvePlan command, SolverSettings settings, Runnable onStart) {
        SolverConfig config = new SolverConfig(RidePlan.class.getClassLoader())
                .withSolutionClass(RidePlan.class)
                .withEntityClasses(PlanVehicle.class, PlanRide.class)
                .withConstraintProviderClass(RideConstraints.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(command.seed())
                .withTerminationSpentLimit(Duration.ofSeconds(command.seconds()))
                .withPhases(
                        new CustomPhaseConfig().withCustomPhaseCommands(context -> onStart.run()),
                        localSearch(
                                (long) settings.movesPerRide() * command.rides().size()));
        return SolverFactory.create(config);
    }

    /** Ends by moves, not by steps: where no move is acceptable, as in a tiny plan, a step never ends. */
    private static LocalSearchPhaseConfig localSearch(long moves) {
        return new LocalSearchPhaseConfig()
                .withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE)
                .withMoveSelectorConfig(moves())
                .withTerminationConfig(new TerminationConfig().withMoveCountLimit(moves));
    }

    /** No reversing moves: rides have fixed times, a reversed stretch is always late. */
    private static UnionMoveSelectorConfig moves() {
        return new UnionMoveSelectorConfig()
                .withMoveSelectors(
                        new ListChangeMoveSelectorConfig().withFixedProbabilityWeight(4.0),
                        new ListSwapMoveSelectorConfig().withFixedProbabilityWeight(2.0),
                        new SubListChangeMoveSelectorConfig()
                                .withSelectReversingMoveToo(false)
                                .withFixedProbabilityWeight(1.0),
                        new SubListSwapMoveSelectorConfig()
                                .withSelectReversingMoveToo(false)
                                .withFixedProbabilityWeight(1.0));
    }
}
