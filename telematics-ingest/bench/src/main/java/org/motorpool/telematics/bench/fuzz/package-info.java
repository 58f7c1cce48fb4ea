/** Frames that are wrong in every way, to find one that the codec does not take. */
@NullMarked
package org.motorpool.telematics.bench.fuzz;

import org.jspecify.annotations.NullMarked;
