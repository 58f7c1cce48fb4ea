/** Units 单位, regions 行政区划 (GB/T 2260), and the data scope of a caller. */
@NullMarked
package org.motorpool.dispatch.organisation;

import org.jspecify.annotations.NullMarked;
