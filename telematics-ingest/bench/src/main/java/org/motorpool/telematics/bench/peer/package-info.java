/** The same messages for the codec engine that the project's codec is compared with. */
@NullMarked
package org.motorpool.telematics.bench.peer;

import org.jspecify.annotations.NullMarked;
