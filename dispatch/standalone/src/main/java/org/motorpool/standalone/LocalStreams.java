package org.motorpool.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.motorpool.dispatch.assignment.PlanService;
import org.motorpool.dispatch.tracking.TrackingService;
import org.motorpool.planner.PlannerService;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerEvent;
import org.motorpool.telematics.contract.TelematicsCommand;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.gateway.CommandService;

/**
 * Who takes in which topic in standalone. Telematics events have a bus of their own, so that a flood of positions never
 * delays a plan or a command, and travel as they are: to write and read thirty thousand of them a second as text costs
 * more than everything else that is done with them.
 */
@ApplicationScoped
class LocalStreams {

    private static final int TELEMATICS_STRIPES = 4;
    private static final int TELEMATICS_CAPACITY = 10_000;
    private static final int CAPACITY = 100;

    private final ObjectMapper json;
    private final LocalBus<TelematicsEvent> telematics;
    private final LocalBus<String> commands;
    private final Executor publishers = Executors.newVirtualThreadPerTaskExecutor();

    LocalStreams(
            ObjectMapper json,
            TrackingService tracking,
            Instance<PlanService> plans,
            Instance<PlannerService> planner,
            Instance<CommandService> gateway) {
        this.json = json;
        telematics = new LocalBus<>(
                "telematics", TELEMATICS_STRIPES, TELEMATICS_CAPACITY, Map.of(TelematicsEvent.TOPIC, tracking::on));
        commands = new LocalBus<>(
                "commands",
                1,
                CAPACITY,
                Map.of(
                        PlannerCommand.TOPIC,
                                reading(PlannerCommand.class, command -> planner.get()
                                        .handle(command)),
                        PlannerEvent.TOPIC,
                                reading(
                                        PlannerEvent.class,
                                        event -> await(() -> plans.get().on(event))),
                        TelematicsCommand.TOPIC,
                                reading(
                                        TelematicsCommand.class,
                                        command -> await(gateway.get().handle(command)))));
    }

    /** Hand a telematics event on; waits while the bus is full. */
    CompletionStage<Void> publish(TelematicsEvent event) throws InterruptedException {
        return telematics.publish(TelematicsEvent.TOPIC, event.vehicleId(), event);
    }

    /** Hand a planner event on. */
    CompletionStage<Void> publish(PlannerEvent event) {
        return publish(PlannerEvent.TOPIC, event.planningUnit(), write(PlannerEvent.class, event));
    }

    /** Hand any record on without making the caller wait; it may be an event loop. */
    CompletionStage<Void> publish(String topic, String key, String payload) {
        return CompletableFuture.supplyAsync(() -> publishNow(topic, key, payload), publishers)
                .thenCompose(taken -> taken);
    }

    @PreDestroy
    void close() {
        telematics.close();
        commands.close();
    }

    private CompletionStage<Void> publishNow(String topic, String key, String payload) {
        try {
            return commands.publish(topic, key, payload);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedStage(interrupted);
        }
    }

    private <T> Consumer<String> reading(Class<T> stream, Consumer<T> consumer) {
        return payload -> consumer.accept(read(stream, payload));
    }

    private <T> T read(Class<T> stream, String payload) {
        try {
            return json.readValue(payload, stream);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("a record of %s cannot be read back".formatted(stream), ours);
        }
    }

    private String write(Class<?> stream, Object record) {
        try {
            return json.writerFor(stream).writeValueAsString(record);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("%s cannot be written".formatted(record.getClass()), ours);
        }
    }

    /** Until the gateway has stored or sent the command; its failure leaves the command in the outbox. */
    private static void await(CompletionStage<Void> taken) {
        taken.toCompletableFuture().join();
    }

    /** Run reactive work of dispatch on a Vert.x context of its own and wait for it. */
    private static void await(Supplier<Uni<Void>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
