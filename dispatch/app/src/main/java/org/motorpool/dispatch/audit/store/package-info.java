/** Rows of the audit trail. */
@NullMarked
package org.motorpool.dispatch.audit.store;

import org.jspecify.annotations.NullMarked;
