/** Tests of the codec. */
@NullMarked
package org.motorpool.telematics.codec;

import org.jspecify.annotations.NullMarked;
