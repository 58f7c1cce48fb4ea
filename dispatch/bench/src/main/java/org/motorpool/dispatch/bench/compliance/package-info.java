/** A national register, and how fast the platform decides, reports and exports over it. */
@NullMarked
package org.motorpool.dispatch.bench.compliance;

import org.jspecify.annotations.NullMarked;
