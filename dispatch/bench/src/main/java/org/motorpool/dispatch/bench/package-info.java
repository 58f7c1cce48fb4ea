/** Benchmarks of dispatch; never deployed. */
@NullMarked
package org.motorpool.dispatch.bench;

import org.jspecify.annotations.NullMarked;
