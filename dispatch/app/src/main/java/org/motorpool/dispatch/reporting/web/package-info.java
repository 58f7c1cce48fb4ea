/** Reports over REST and as workbooks. */
@NullMarked
package org.motorpool.dispatch.reporting.web;

import org.jspecify.annotations.NullMarked;
