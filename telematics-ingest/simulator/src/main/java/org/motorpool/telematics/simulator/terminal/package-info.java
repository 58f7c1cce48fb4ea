/** One virtual terminal that does what it is told on the command line. */
@NullMarked
package org.motorpool.telematics.simulator.terminal;

import org.jspecify.annotations.NullMarked;
