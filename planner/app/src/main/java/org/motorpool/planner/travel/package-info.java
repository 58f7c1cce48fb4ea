/** Travel times: the estimate by great circle, a road network that an operator brings, or a matrix service. */
@NullMarked
package org.motorpool.planner.travel;

import org.jspecify.annotations.NullMarked;
