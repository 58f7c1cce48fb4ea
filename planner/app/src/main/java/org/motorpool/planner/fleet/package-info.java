/** Fleet sizing over REST: the least number of vehicles that days of uses need, alone and shared. */
@NullMarked
package org.motorpool.planner.fleet;

import org.jspecify.annotations.NullMarked;
