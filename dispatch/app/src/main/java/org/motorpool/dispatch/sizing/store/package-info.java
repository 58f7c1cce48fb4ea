/** SQL of fleet sizing. */
@NullMarked
package org.motorpool.dispatch.sizing.store;

import org.jspecify.annotations.NullMarked;
