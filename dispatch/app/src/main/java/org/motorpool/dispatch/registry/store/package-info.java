/** Rows of vehicles, drivers and terminals. */
@NullMarked
package org.motorpool.dispatch.registry.store;

import org.jspecify.annotations.NullMarked;
