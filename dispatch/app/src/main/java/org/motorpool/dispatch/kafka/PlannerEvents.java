package org.motorpool.dispatch.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.assignment.PlanService;
import org.motorpool.planner.contract.PlannerEvent;

@Singleton
class PlannerEvents {

    private static final Logger LOG = Logger.getLogger(PlannerEvents.class);

    private final PlanService plans;
    private final StreamReader reader;

    PlannerEvents(PlanService plans, StreamReader reader) {
        this.plans = plans;
        this.reader = reader;
    }

    @Incoming("planner-event")
    Uni<Void> on(String record) {
        return reader.findEvent(PlannerEvent.class, record).map(this::take).orElseGet(() -> Uni.createFrom()
                .voidItem());
    }

    private Uni<Void> take(PlannerEvent event) {
        return plans.on(event)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "answer for plan %s skipped", event.planId()))
                .onFailure()
                .recoverWithNull();
    }
}
