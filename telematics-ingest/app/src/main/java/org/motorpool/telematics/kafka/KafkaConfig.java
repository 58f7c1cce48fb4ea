package org.motorpool.telematics.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Names on the Kafka cluster; {@code kafka.bootstrap.servers} says where it is. */
@ConfigMapping(prefix = "motorpool.telematics.kafka")
public interface KafkaConfig {

    /** Topic of the events. */
    @WithDefault("motorpool.telematics.event.v1")
    String eventTopic();

    /** Topic of the commands. */
    @WithDefault("motorpool.telematics.command.v1")
    String commandTopic();

    /** Consumer group that stores the events. */
    @WithDefault("motorpool-telematics-recorder")
    String recorderGroup();

    /** Consumer group that carries commands out. */
    @WithDefault("motorpool-telematics-gateway")
    String gatewayGroup();
}
