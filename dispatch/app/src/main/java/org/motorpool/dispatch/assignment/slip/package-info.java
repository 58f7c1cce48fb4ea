/** The printed order 派车单: what is on the paper, its PDF, and the code that verifies it. */
@NullMarked
package org.motorpool.dispatch.assignment.slip;

import org.jspecify.annotations.NullMarked;
