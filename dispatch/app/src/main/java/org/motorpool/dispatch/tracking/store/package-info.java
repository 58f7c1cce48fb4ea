/** Rows of latest positions. */
@NullMarked
package org.motorpool.dispatch.tracking.store;

import org.jspecify.annotations.NullMarked;
