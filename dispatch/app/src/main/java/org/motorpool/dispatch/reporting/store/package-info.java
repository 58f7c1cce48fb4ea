/** Queries of figures and their rows, and the submitted reports. */
@NullMarked
package org.motorpool.dispatch.reporting.store;

import org.jspecify.annotations.NullMarked;
