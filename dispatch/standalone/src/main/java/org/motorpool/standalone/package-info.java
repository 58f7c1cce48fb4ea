/** All services in one JVM: the local bus stands where Kafka stands in distributed. */
@NullMarked
package org.motorpool.standalone;

import org.jspecify.annotations.NullMarked;
