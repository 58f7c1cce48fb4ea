/** The demo world: six provinces with units, vehicles, people and a year of acquisitions; only with motorpool.dispatch.demo. */
@NullMarked
package org.motorpool.dispatch.demo;

import org.jspecify.annotations.NullMarked;
