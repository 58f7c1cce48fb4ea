/** JT/T 808 (2011, 2013 and 2019) between bytes and records, for terminals and for platforms. */
@NullMarked
package org.motorpool.telematics.codec;

import org.jspecify.annotations.NullMarked;
