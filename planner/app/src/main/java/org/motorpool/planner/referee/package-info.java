/** Timefold as the referee of a day: scores what the search proposes by constraints that share no code with it. */
@NullMarked
package org.motorpool.planner.referee;

import org.jspecify.annotations.NullMarked;
