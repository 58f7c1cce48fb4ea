/** The append-only trail of who did and who looked at what. */
@NullMarked
package org.motorpool.dispatch.audit;

import org.jspecify.annotations.NullMarked;
