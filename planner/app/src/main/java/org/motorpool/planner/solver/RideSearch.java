package org.motorpool.planner.solver;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.kopt.KOptListMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.phase.custom.CustomPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;

/** How Timefold searches from the plan of the own search: moves, acceptance and when to end. */
final class RideSearch {

    /** Short, for plans that must be ready in seconds; measured against 5, 60, 100 and 400 on made days. */
    private static final int LATE_ACCEPTANCE_SIZE = 20;

    private RideSearch() {}

    /**
     * @param time after which it ends
     * @param onStart called on the solving thread once the solver can be terminated
     */
    static SolverFactory<RidePlan> factory(
            SolvePlan command, SolverSettings settings, Duration time, Runnable onStart) {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(RidePlan.class)
                .withEntityClasses(PlanVehicle.class, PlanRide.class)
                .withConstraintProviderClass(RideConstraints.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(command.seed())
                .withTerminationSpentLimit(Duration.ofMillis(Math.max(1, time.toMillis())))
                .withPhases(
                        new CustomPhaseConfig().withCustomPhaseCommands(context -> onStart.run()),
                        localSearch(
                                (long) settings.movesPerRide() * command.rides().size()));
        return SolverFactory.create(config);
    }

    /** Ends by moves, not by steps: where no move is acceptable, as in a tiny plan, a step never ends. */
    private static LocalSearchPhaseConfig localSearch(long moves) {
        return new LocalSearchPhaseConfig()
                .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE_SIZE))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                .withMoveSelectorConfig(moves())
                .withTerminationConfig(new TerminationConfig().withMoveCountLimit(moves));
    }

    /** One ride to another place, exchanges, stretches of a day, and whole tails of days (2-opt) between vehicles. */
    private static UnionMoveSelectorConfig moves() {
        return new UnionMoveSelectorConfig()
                .withMoveSelectors(
                        new ListChangeMoveSelectorConfig().withFixedProbabilityWeight(6.0),
                        new ListSwapMoveSelectorConfig().withFixedProbabilityWeight(2.0),
                        new SubListSwapMoveSelectorConfig()
                                .withSelectReversingMoveToo(false)
                                .withFixedProbabilityWeight(2.0),
                        new KOptListMoveSelectorConfig().withFixedProbabilityWeight(1.0));
    }
}
