/** Findings 线索: detectors look at what happened from above; people explain and review. Sealing 封存 and the calendar behind it. */
@NullMarked
package org.motorpool.dispatch.supervision;

import org.jspecify.annotations.NullMarked;
