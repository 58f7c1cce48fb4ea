/** Quotas, acquisitions and the NEV share over REST. */
@NullMarked
package org.motorpool.dispatch.compliance.web;

import org.jspecify.annotations.NullMarked;
