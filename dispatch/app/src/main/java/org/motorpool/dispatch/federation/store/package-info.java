/** Services between regions in PostgreSQL. */
@NullMarked
package org.motorpool.dispatch.federation.store;

import org.jspecify.annotations.NullMarked;
