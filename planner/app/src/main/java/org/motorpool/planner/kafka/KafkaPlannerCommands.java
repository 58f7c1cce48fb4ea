package org.motorpool.planner.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.motorpool.planner.PlannerEvents;
import org.motorpool.planner.PlannerService;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerEvent.PlanFailed;
import org.motorpool.planner.kafka.CommandReader.Reading;

/**
 * Feeds commands from Kafka to the planner, at least once: a record is acknowledged when its answer is durable, while
 * later records (a stop among them) are already taken. A plan interrupted by a crash or a rebalance comes again.
 */
@ApplicationScoped
class KafkaPlannerCommands {

    private static final Logger LOG = Logger.getLogger(KafkaPlannerCommands.class);

    private final CommandReader reader;
    private final PlannerService planner;
    private final PlannerEvents events;

    KafkaPlannerCommands(CommandReader reader, PlannerService planner, PlannerEvents events) {
        this.reader = reader;
        this.planner = planner;
        this.events = events;
    }

    @Incoming("planner-command-in")
    CompletionStage<Void> take(Message<String> message) {
        CompletionStage<Void> _ = handle(message.getPayload()).whenComplete((_, failure) -> settle(message, failure));
        return CompletableFuture.completedStage(null);
    }

    private CompletionStage<Void> handle(String json) {
        return switch (reader.read(json)) {
            case Reading.Command(PlannerCommand command) -> planner.handle(command);
            case Reading.Refused(PlanFailed answer) -> events.publish(answer);
            case Reading.Garbage(String reason) -> {
                LOG.warnf("Planner command skipped: %s", reason);
                yield CompletableFuture.completedStage(null);
            }
        };
    }

    private static CompletionStage<Void> settle(Message<String> message, Throwable failure) {
        return failure == null ? message.ack() : message.nack(failure);
    }
}
