package org.motorpool.telematics.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.recorder.PositionStore;
import org.motorpool.telematics.recorder.PositionWriter;

/** Stores the event stream: offsets are committed after the rows, and rows that come twice are kept once. */
@Singleton
public class RecorderConsumer {

    private static final Logger LOG = Logger.getLogger(RecorderConsumer.class);

    private final PositionWriter writer;
    private final ObjectMapper json;

    RecorderConsumer(PositionWriter writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    /** One batch of the topic; acknowledged when the returned stage completes. */
    @Incoming("telematics-events")
    public CompletionStage<Void> consume(List<byte[]> batch) {
        List<TelematicsEvent> events =
                batch.stream().map(this::findEvent).flatMap(Optional::stream).toList();
        return writer.submit(events)
                .exceptionallyCompose(failure ->
                        failure instanceof SQLException ? oneByOne(events) : CompletableFuture.failedFuture(failure));
    }

    /** The database refused a row of the batch: store the others. */
    private CompletionStage<Void> oneByOne(List<TelematicsEvent> events) {
        return CompletableFuture.allOf(events.stream()
                .map(event -> writer.submit(List.of(event)).exceptionally(failure -> {
                    LOG.errorf("skipped event %s that the database refused: %s", event.eventId(), failure.getMessage());
                    return null;
                }))
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture<?>[]::new));
    }

    /** A record that nobody can ever store is skipped: waiting for it would stop all others. */
    private Optional<TelematicsEvent> findEvent(byte[] bytes) {
        try {
            TelematicsEvent event = json.readValue(bytes, TelematicsEvent.class);
            if (event != null && PositionStore.storable(event)) {
                return Optional.of(event);
            }
            LOG.errorf("skipped an event that the table cannot hold");
        } catch (IOException e) {
            LOG.errorf("skipped a record of %d bytes that is no telematics event: %s", bytes.length, e.getMessage());
        }
        return Optional.empty();
    }
}
