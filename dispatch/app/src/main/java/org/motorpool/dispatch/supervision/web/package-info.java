/** Findings, detectors, calendar and seals over REST. */
@NullMarked
package org.motorpool.dispatch.supervision.web;

import org.jspecify.annotations.NullMarked;
