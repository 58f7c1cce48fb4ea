/** The planner service: takes commands, solves one plan per planning unit at a time, proposes. */
@NullMarked
package org.motorpool.planner;

import org.jspecify.annotations.NullMarked;
