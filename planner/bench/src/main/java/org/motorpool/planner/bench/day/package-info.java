/** Whole dispatch days: a seeded generator, an independent referee, and what the planner reaches on them. */
@NullMarked
package org.motorpool.planner.bench.day;

import org.jspecify.annotations.NullMarked;
