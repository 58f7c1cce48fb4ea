/** Proposes which vehicle serves which ride: travel model, greedy insertion, Timefold search and the reasons for unserved rides. */
@NullMarked
package org.motorpool.planner.solver;

import org.jspecify.annotations.NullMarked;
