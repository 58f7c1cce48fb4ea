/** Orders 派车单: a vehicle, a driver and a period for a request; plans asked of the planner and committed here. */
@NullMarked
package org.motorpool.dispatch.assignment;

import org.jspecify.annotations.NullMarked;
