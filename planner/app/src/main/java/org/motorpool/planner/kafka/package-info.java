/** Thin Kafka adapters of the planner; left out of the standalone assembly. */
@NullMarked
package org.motorpool.planner.kafka;

import org.jspecify.annotations.NullMarked;
