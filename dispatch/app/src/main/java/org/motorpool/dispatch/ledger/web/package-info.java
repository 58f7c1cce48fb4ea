/** Import of ledgers over REST. */
@NullMarked
package org.motorpool.dispatch.ledger.web;

import org.jspecify.annotations.NullMarked;
