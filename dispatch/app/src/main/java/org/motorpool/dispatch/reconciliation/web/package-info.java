/** Attributions over REST. */
@NullMarked
package org.motorpool.dispatch.reconciliation.web;

import org.jspecify.annotations.NullMarked;
