package org.motorpool.dispatch;

import java.util.concurrent.CompletionStage;

/** Where the outbox delivers to: Kafka in distributed, the local bus in standalone. */
public interface EventTarget {

    /**
     * Deliver one record; records of one key arrive in the order of the calls.
     *
     * @param payload JSON with its {@code type}
     * @return completes when the record is durable at the target
     */
    CompletionStage<Void> publish(String topic, String key, String payload);
}
