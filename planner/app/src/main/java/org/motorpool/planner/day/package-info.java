/** Running days over REST: facts in, recommendations, explanations and re-planning out. */
@NullMarked
package org.motorpool.planner.day;

import org.jspecify.annotations.NullMarked;
