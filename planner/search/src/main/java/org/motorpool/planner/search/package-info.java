/** The planner's own search on plain arrays: knows no framework, so that the service and the benchmarks use the same code. */
@NullMarked
package org.motorpool.planner.search;

import org.jspecify.annotations.NullMarked;
