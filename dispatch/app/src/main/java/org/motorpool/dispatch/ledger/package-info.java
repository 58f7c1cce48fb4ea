/** Import of the Excel ledgers 台账 that every office starts from. */
@NullMarked
package org.motorpool.dispatch.ledger;

import org.jspecify.annotations.NullMarked;
