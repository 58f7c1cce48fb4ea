/** What is looked up for a ledger. */
@NullMarked
package org.motorpool.dispatch.ledger.store;

import org.jspecify.annotations.NullMarked;
