package org.motorpool.standalone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.gateway.EventLog;
import org.motorpool.telematics.recorder.PositionWriter;

/**
 * Durable in standalone: committed in PostgreSQL. Only then the event goes to the bus, and the terminal is acknowledged
 * when the bus has room, which pushes back on a terminal that is faster than the platform.
 */
@ApplicationScoped
class LocalEventLog implements EventLog {

    private final PositionWriter writer;
    private final LocalStreams streams;

    LocalEventLog(PositionWriter writer, LocalStreams streams) {
        this.writer = writer;
        this.streams = streams;
    }

    @Override
    public CompletionStage<Void> append(List<TelematicsEvent> events) {
        return writer.submit(events).thenCompose(_ -> handOn(events));
    }

    private CompletionStage<Void> handOn(List<TelematicsEvent> events) {
        try {
            for (TelematicsEvent event : events) {
                CompletionStage<Void> _ = streams.publish(event);
            }
            return CompletableFuture.completedStage(null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedStage(interrupted);
        }
    }
}
