/** Compares the planner's search with the known engines on the field's own benchmarks; never deployed. */
@NullMarked
package org.motorpool.planner.bench;

import org.jspecify.annotations.NullMarked;
