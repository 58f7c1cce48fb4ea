package org.motorpool.telematics.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dispatcher: has approved requests planned and commits the plan. One step per round, so waiting blocks nobody. */
final class Planner implements Role {
    private static final String DISPATCHER = "dispatcher";
    private static final Duration HORIZON = Duration.ofHours(26);
    private static final Duration BETWEEN_PLANS = Duration.ofSeconds(20);
    private static final Duration BETWEEN_SAME_PLANS = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SOLVING_S = 3;

    private final ApiClient api;
    private final Progress progress;
    private Api.@Nullable Plan solving;
    private Instant startedAt = Instant.EPOCH;
    private Set<UUID> planned = Set.of();

    Planner(ApiClient api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    @Override
    public void act() throws ApiClient.Refusal {
        Instant now = Instant.now();
        if (solving != null) {
            follow(solving, now);
        } else if (!now.isBefore(startedAt.plus(BETWEEN_PLANS))) {
            plan(now);
        }
    }

    /** What the last plan could not serve is not planned again and again. */
    private void plan(Instant now) throws ApiClient.Refusal {
        Instant from = now.minus(LATE);
        Set<UUID> approved = approved(from);
        boolean same = approved.equals(planned) && now.isBefore(startedAt.plus(BETWEEN_SAME_PLANS));
        if (approved.isEmpty() || same) {
            return;
        }
        startedAt = now;
        planned = approved;
        Api.NewPlan plan = new Api.NewPlan(from, now.plus(HORIZON), SOLVING_S);
        solving = api.post(DISPATCHER, "/api/v1/plans", plan, Api.Plan.class);
    }

    private Set<UUID> approved(Instant from) throws ApiClient.Refusal {
        return api.list(DISPATCHER, "/api/v1/requests?status=APPROVED", Api.Request.class).stream()
                .filter(request -> request.departAt().isAfter(from))
                .map(Api.Request::id)
                .collect(Collectors.toSet());
    }

    private void follow(Api.Plan plan, Instant now) throws ApiClient.Refusal {
        Api.Plan current = api.get(DISPATCHER, "/api/v1/plans/" + plan.id(), Api.Plan.class);
        switch (current.status()) {
            case "PROPOSED" -> {
                solving = null;
                commit(current);
            }
            case "FAILED" -> {
                solving = null;
                progress.problem("a plan failed: " + current.failure());
            }
            case "COMMITTED" -> solving = null;
            default -> {
                if (now.isAfter(startedAt.plus(PATIENCE))) {
                    solving = null;
                    progress.problem("a plan is not ready after %d s".formatted(PATIENCE.toSeconds()));
                }
            }
        }
    }

    private void commit(Api.Plan plan) throws ApiClient.Refusal {
        String path = "/api/v1/plans/%s/commit".formatted(plan.id());
        Api.Plan committed = api.post(DISPATCHER, path, null, Api.Plan.class);
        progress.add(Progress.Kind.PLANS_COMMITTED, 1);
        List<Api.PlanItem> items = committed.items() == null ? List.of() : committed.items();
        for (Api.PlanItem item : items) {
            if (item.outcome() != null && !item.outcome().equals("ASSIGNED")) {
                progress.problem("a planned order was refused: " + item.outcome());
            }
        }
    }
}
