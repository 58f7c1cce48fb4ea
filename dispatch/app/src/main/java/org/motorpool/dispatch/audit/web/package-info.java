/** The audit trail over REST. */
@NullMarked
package org.motorpool.dispatch.audit.web;

import org.jspecify.annotations.NullMarked;
