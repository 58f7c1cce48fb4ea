package org.motorpool.planner;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.motorpool.planner.contract.PlannerEvent;

/** Keeps what the planner publishes; durable at once. */
final class RecordedEvents implements PlannerEvents {

    private final List<PlannerEvent> published = new CopyOnWriteArrayList<>();
    private final List<PlannerEvent> progressed = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<Void> publish(PlannerEvent event) {
        (event instanceof PlannerEvent.PlanProgressed ? progressed : published).add(event);
        return CompletableFuture.completedStage(null);
    }

    /** Answers. */
    List<PlannerEvent> published() {
        return published;
    }

    /** What was told before the answers. */
    List<PlannerEvent> progressed() {
        return progressed;
    }
}
