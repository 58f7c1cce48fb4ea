package org.motorpool.standalone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.motorpool.dispatch.EventTarget;

/** The outbox's target in standalone. */
@ApplicationScoped
class LocalEventTarget implements EventTarget {

    private final LocalStreams streams;

    LocalEventTarget(LocalStreams streams) {
        this.streams = streams;
    }

    @Override
    public CompletionStage<Void> publish(String topic, String key, String payload) {
        return streams.publish(topic, key, payload);
    }
}
