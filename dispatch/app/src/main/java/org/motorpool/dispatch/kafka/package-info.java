/** Thin adapters between Kafka and the features; absent in standalone. */
@NullMarked
package org.motorpool.dispatch.kafka;

import org.jspecify.annotations.NullMarked;
