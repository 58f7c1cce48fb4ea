@NullMarked
package org.motorpool.planner.bench;

import org.jspecify.annotations.NullMarked;
