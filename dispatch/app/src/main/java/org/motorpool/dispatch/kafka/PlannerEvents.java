package org.motorpool.dispatch.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.assignment.PlanService;
import org.motorpool.planner.contract.PlannerEvent;

@ApplicationScoped
class PlannerEvents {

    private static final Logger LOG = Logger.getLogger(PlannerEvents.class);

    private final PlanService plans;
    private final ObjectMapper json;

    PlannerEvents(PlanService plans, ObjectMapper json) {
        this.plans = plans;
        this.json = json;
    }

    @Incoming("planner-event")
    Uni<Void> on(String record) {
        try {
            PlannerEvent event = json.readValue(record, PlannerEvent.class);
            return plans.on(event)
                    .onFailure()
                    .invoke(failure -> LOG.errorf(failure, "answer for plan %s skipped", event.planId()))
                    .onFailure()
                    .recoverWithNull();
        } catch (JsonProcessingException unreadable) {
            LOG.error("unreadable planner event skipped", unreadable);
            return Uni.createFrom().voidItem();
        }
    }
}
