/** Benchmarks of the telematics modules; never deployed. */
@NullMarked
package org.motorpool.telematics.bench;

import org.jspecify.annotations.NullMarked;
