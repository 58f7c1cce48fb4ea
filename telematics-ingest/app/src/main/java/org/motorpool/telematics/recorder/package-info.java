/** Keeps what vehicles reported in PostgreSQL, exactly once, and answers questions about tracks. */
@NullMarked
package org.motorpool.telematics.recorder;

import org.jspecify.annotations.NullMarked;
