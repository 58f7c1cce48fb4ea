/** Rows of findings, detector rules, calendar and seals; and the facts that detectors judge, read from every feature's tables. */
@NullMarked
package org.motorpool.dispatch.supervision.store;

import org.jspecify.annotations.NullMarked;
