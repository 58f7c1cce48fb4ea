/** What the detectors judge by: facts in, leads out, nothing else. */
@NullMarked
package org.motorpool.dispatch.supervision.detector;

import org.jspecify.annotations.NullMarked;
