/** Charges and statements over REST. */
@NullMarked
package org.motorpool.dispatch.settlement.web;

import org.jspecify.annotations.NullMarked;
