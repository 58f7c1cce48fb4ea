@NullMarked
package org.motorpool.planner.search;

import org.jspecify.annotations.NullMarked;
