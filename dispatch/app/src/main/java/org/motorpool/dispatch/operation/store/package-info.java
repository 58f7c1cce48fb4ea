/** Operations in PostgreSQL. */
@NullMarked
package org.motorpool.dispatch.operation.store;

import org.jspecify.annotations.NullMarked;
