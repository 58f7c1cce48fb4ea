package org.motorpool.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.motorpool.planner.Plans.ride;
import static org.motorpool.planner.Plans.solve;
import static org.motorpool.planner.Plans.vehicle;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerCommand.StopPlan;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;
import org.motorpool.planner.contract.PlannerEvent.PlanFailed;
import org.motorpool.planner.contract.PlannerEvent.PlanProgressed;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;
import org.motorpool.planner.search.day.GreatCircle;

class PlannerServiceTest {

    private static final int LONG_S = 600;

    private final RecordedEvents events = new RecordedEvents();
    private final PlannerService planner = new PlannerService(events, config(Map.of()), GreatCircle::new);
    /** Searches until it is stopped. */
    private final PlannerService tireless = new PlannerService(
            events,
            config(Map.of(
                    "motorpool.planner.search.moves-per-ride", "1000000000", "motorpool.planner.limit.plans", "2")),
            GreatCircle::new);

    @AfterEach
    void close() {
        planner.close();
        tireless.close();
    }

    @Test
    void answersWithAPlan() throws Exception {
        Vehicle only = vehicle().made();
        SolvePlan command =
                solve(List.of(only), List.of(ride("09:00", "10:00", only).made()));

        finish(planner.handle(command));

        assertThat(events.published()).singleElement().isInstanceOfSatisfying(PlanProposed.class, plan -> {
            assertThat(plan.planId()).isEqualTo(command.planId());
            assertThat(plan.planningUnit()).isEqualTo(command.planningUnit());
            assertThat(PlanReferee.faults(command, plan)).isEmpty();
        });
    }

    @Test
    void tellsOfTheBestPlanSoFarWhileItSolves() throws Exception {
        Vehicle only = vehicle().made();
        SolvePlan command = solve(
                List.of(only),
                List.of(
                        ride("09:00", "10:00", only).made(),
                        ride("09:30", "10:30", only).made()));

        finish(planner.handle(command));

        PlanProposed answer = (PlanProposed) events.published().getFirst();
        assertThat(events.progressed()).first().isInstanceOfSatisfying(PlanProgressed.class, first -> {
            assertThat(first.planId()).isEqualTo(command.planId());
            assertThat(first.planningUnit()).isEqualTo(command.planningUnit());
            assertThat(first.served()).isEqualTo(1);
            assertThat(first.rides()).isEqualTo(2);
            assertThat(first.cost_fen()).isEqualTo(answer.cost_fen());
        });
    }

    @Test
    void answersBadInputWithoutSolving() throws Exception {
        Vehicle noSeats = vehicle().seating(0, "GENERAL").made();
        SolvePlan command = solve(List.of(noSeats), List.of());

        finish(planner.handle(command));

        assertThat(events.published())
                .containsExactly(new PlanFailed(
                        command.planId(),
                        command.planningUnit(),
                        "invalid-seats",
                        "vehicles[0].seats 须不小于 1，实为 0 / vehicles[0].seats must be 1 or more, but is 0"));
    }

    @Test
    void stopsWithTheBestSoFar() throws Exception {
        SolvePlan endless = endless("310000-01");
        CompletionStage<Void> answered = tireless.handle(endless);

        finish(tireless.handle(Plans.stop(endless)));
        finish(answered);

        assertThat(events.published()).singleElement().isInstanceOfSatisfying(PlanProposed.class, plan -> assertThat(
                        PlanReferee.faults(endless, plan))
                .isEmpty());
    }

    @Test
    void stopsAPlanThatIsSearching() throws Exception {
        SolvePlan endless = endless("310000-01");
        CompletionStage<Void> answered = tireless.handle(endless);
        await().until(() -> tireless.isSearching(endless.planId()));

        finish(tireless.handle(Plans.stop(endless)));
        finish(answered);

        assertThat(events.published()).hasSize(1);
    }

    @Test
    void ignoresAStopForAnUnknownPlan() throws Exception {
        finish(planner.handle(new StopPlan(UUID.randomUUID(), "310000-01")));

        assertThat(events.published()).isEmpty();
    }

    @Test
    void solvesARedeliveredPlanOnce() throws Exception {
        SolvePlan endless = endless("310000-01");
        CompletionStage<Void> first = tireless.handle(endless);
        CompletionStage<Void> second = tireless.handle(endless);

        finish(tireless.handle(Plans.stop(endless)));
        finish(first);
        finish(second);

        assertThat(events.published()).hasSize(1);
    }

    @Test
    void refusesMorePlansThanItsLimit() throws Exception {
        SolvePlan first = endless("310000-01");
        SolvePlan second = endless("310000-02");
        SolvePlan third = endless("310000-03");
        CompletionStage<Void> firstAnswered = tireless.handle(first);
        CompletionStage<Void> secondAnswered = tireless.handle(second);

        finish(tireless.handle(third));

        assertThat(events.published())
                .containsExactly(new PlanFailed(
                        third.planId(),
                        "310000-03",
                        "planner-busy",
                        "已有 2 个排班在等待，请稍后重试 / 2 plans are waiting, try again later"));
        finish(tireless.handle(Plans.stop(second)));
        finish(tireless.handle(Plans.stop(first)));
        finish(firstAnswered);
        finish(secondAnswered);
    }

    @Test
    void failsTheCommandWhenItsAnswerCannotBeStored() {
        PlannerService unheard = new PlannerService(
                _ -> CompletableFuture.failedStage(new IllegalStateException("no broker")),
                config(Map.of()),
                GreatCircle::new);

        CompletionStage<Void> answered = unheard.handle(solve(List.of(), List.of()));

        assertThatThrownBy(() -> finish(answered))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("no broker");
        unheard.close();
    }

    @Test
    void leavesAPlanUnansweredWhenShutDown() {
        SolvePlan endless = endless("310000-01");
        CompletionStage<Void> answered = tireless.handle(endless);
        await().until(() -> tireless.isSearching(endless.planId()));

        tireless.close();

        assertThat(events.published()).isEmpty();
        assertThat(answered.toCompletableFuture()).isNotDone();
    }

    private static SolvePlan endless(String unit) {
        SolvePlan day = MadeDay.of(30, 20, 5);
        return new SolvePlan(UUID.randomUUID(), unit, LONG_S, 1, day.vehicles(), day.rides());
    }

    private static void finish(CompletionStage<Void> stage) throws Exception {
        stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static PlannerConfig config(Map<String, String> changes) {
        return new SmallRyeConfigBuilder()
                .withMapping(PlannerConfig.class)
                .withDefaultValues(changes)
                .build()
                .getConfigMapping(PlannerConfig.class);
    }
}
