/** Shifts and leave over REST. */
@NullMarked
package org.motorpool.dispatch.duty.web;

import org.jspecify.annotations.NullMarked;
