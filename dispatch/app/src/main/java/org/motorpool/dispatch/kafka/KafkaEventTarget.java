package org.motorpool.dispatch.kafka;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.motorpool.dispatch.EventTarget;

@Singleton
class KafkaEventTarget implements EventTarget {

    private final MutinyEmitter<String> outbox;

    KafkaEventTarget(@Channel("outbox") MutinyEmitter<String> outbox) {
        this.outbox = outbox;
    }

    @Override
    public CompletionStage<Void> publish(String topic, String key, String payload) {
        OutgoingKafkaRecordMetadata<String> address = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic)
                .withKey(key)
                .build();
        return outbox.sendMessage(Message.of(payload).addMetadata(address)).subscribeAsCompletionStage();
    }
}
