/** Tests of running days over REST. */
@NullMarked
package org.motorpool.planner.day;

import org.jspecify.annotations.NullMarked;
