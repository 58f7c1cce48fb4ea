/** Major events 重大活动保障 and emergency mobilisation 应急征调: many requests as one. */
@NullMarked
package org.motorpool.dispatch.operation;

import org.jspecify.annotations.NullMarked;
