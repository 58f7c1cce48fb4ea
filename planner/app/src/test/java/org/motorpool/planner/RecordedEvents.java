package org.motorpool.planner;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.motorpool.planner.contract.PlannerEvent;

/** Keeps what the planner publishes; durable at once. */
final class RecordedEvents implements PlannerEvents {

    private final List<PlannerEvent> published = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<Void> publish(PlannerEvent event) {
        published.add(event);
        return CompletableFuture.completedStage(null);
    }

    List<PlannerEvent> published() {
        return published;
    }
}
