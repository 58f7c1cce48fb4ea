/** Rows of use requests. */
@NullMarked
package org.motorpool.dispatch.request.store;

import org.jspecify.annotations.NullMarked;
