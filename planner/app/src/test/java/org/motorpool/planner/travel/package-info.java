@NullMarked
package org.motorpool.planner.travel;

import org.jspecify.annotations.NullMarked;
