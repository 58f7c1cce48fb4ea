/** Tests of the virtual terminals and people. */
@NullMarked
package org.motorpool.telematics.simulator;

import org.jspecify.annotations.NullMarked;
