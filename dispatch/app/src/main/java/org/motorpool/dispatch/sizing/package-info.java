/** How many vehicles the uses of a year need, alone and shared; asks the planner, which counts. */
@NullMarked
package org.motorpool.dispatch.sizing;

import org.jspecify.annotations.NullMarked;
