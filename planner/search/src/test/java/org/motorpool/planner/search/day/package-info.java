@NullMarked
package org.motorpool.planner.search.day;

import org.jspecify.annotations.NullMarked;
