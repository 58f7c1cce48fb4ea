/** Rows of rules, quotas and acquisitions. */
@NullMarked
package org.motorpool.dispatch.compliance.store;

import org.jspecify.annotations.NullMarked;
