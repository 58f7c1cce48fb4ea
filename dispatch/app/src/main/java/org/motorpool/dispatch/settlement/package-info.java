/** Statements 结算单 between units and regions, of what orders cost by tariff. */
@NullMarked
package org.motorpool.dispatch.settlement;

import org.jspecify.annotations.NullMarked;
