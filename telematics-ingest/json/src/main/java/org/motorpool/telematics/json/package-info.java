/** JT/T 808 frames as JSON: one form for the command line, the virtual terminal and the taps of the gateway. */
@NullMarked
package org.motorpool.telematics.json;

import org.jspecify.annotations.NullMarked;
