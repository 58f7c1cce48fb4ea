/**
 * A whole dispatch day on plain arrays: exclusive and pooled rides, vehicles with energy, drivers with hours, what units lend each
 * other; one cost model for the search, recommendations and explanations. Knows the JDK only.
 */
@NullMarked
package org.motorpool.planner.search.day;

import org.jspecify.annotations.NullMarked;
