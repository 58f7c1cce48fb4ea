/** When drivers work: shifts 排班, leave 请假, hours at the wheel. */
@NullMarked
package org.motorpool.dispatch.duty;

import org.jspecify.annotations.NullMarked;
