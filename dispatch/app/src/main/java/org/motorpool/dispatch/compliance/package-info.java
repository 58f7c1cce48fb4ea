/** Quota 编制, equipment standards 配备标准 and NEV share: what an acquisition is checked against. */
@NullMarked
package org.motorpool.dispatch.compliance;

import org.jspecify.annotations.NullMarked;
