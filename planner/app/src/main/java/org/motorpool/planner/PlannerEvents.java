package org.motorpool.planner;

import java.util.concurrent.CompletionStage;
import org.motorpool.planner.contract.PlannerEvent;

/** Port through which the planner's answers leave; each assembly provides one implementation. */
public interface PlannerEvents {

    /** Completes when the event is durable; fails when it could not be stored. Called from several threads. */
    CompletionStage<Void> publish(PlannerEvent event);
}
