/** Thin adapters between the ports of telematics and Apache Kafka; the standalone assembly leaves them out. */
@NullMarked
package org.motorpool.telematics.kafka;

import org.jspecify.annotations.NullMarked;
