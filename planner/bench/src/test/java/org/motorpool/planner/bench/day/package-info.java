@NullMarked
package org.motorpool.planner.bench.day;

import org.jspecify.annotations.NullMarked;
