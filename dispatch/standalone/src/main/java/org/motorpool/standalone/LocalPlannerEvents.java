package org.motorpool.standalone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.motorpool.planner.PlannerEvents;
import org.motorpool.planner.contract.PlannerEvent;

/** The planner's answers in standalone. */
@ApplicationScoped
class LocalPlannerEvents implements PlannerEvents {

    private final LocalStreams streams;

    LocalPlannerEvents(LocalStreams streams) {
        this.streams = streams;
    }

    @Override
    public CompletionStage<Void> publish(PlannerEvent event) {
        return streams.publish(event);
    }
}
