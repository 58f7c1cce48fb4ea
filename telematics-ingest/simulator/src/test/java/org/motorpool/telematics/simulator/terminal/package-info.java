/** Tests of the virtual terminals and people. */
@NullMarked
package org.motorpool.telematics.simulator.terminal;

import org.jspecify.annotations.NullMarked;
