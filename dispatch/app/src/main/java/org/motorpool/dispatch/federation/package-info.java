/** Use of another region's vehicles under an agreement 跨区域用车: inquiry, offer, booking, execution, settlement. */
@NullMarked
package org.motorpool.dispatch.federation;

import org.jspecify.annotations.NullMarked;
