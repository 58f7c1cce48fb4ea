package org.motorpool.planner.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.motorpool.planner.PlannerEvents;
import org.motorpool.planner.contract.PlannerEvent;

/** Sends the planner's answers to Kafka, keyed by planning unit. */
@ApplicationScoped
class KafkaPlannerEvents implements PlannerEvents {

    private final Emitter<Record<String, String>> emitter;
    private final ObjectMapper mapper;

    KafkaPlannerEvents(
            @Channel("planner-event-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, String>> emitter,
            ObjectMapper mapper) {
        this.emitter = emitter;
        this.mapper = mapper;
    }

    @Override
    public CompletionStage<Void> publish(PlannerEvent event) {
        return emitter.send(Record.of(event.planningUnit(), json(event)));
    }

    private String json(PlannerEvent event) {
        try {
            return mapper.writerFor(PlannerEvent.class).writeValueAsString(event);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("cannot write %s".formatted(event), bug);
        }
    }
}
