package org.motorpool.dispatch.settlement.store;

import java.math.BigDecimal;

/** Quantities as people write them: 12.5, not 12.5000; 30, not 3E+1. */
final class Quantities {

    private Quantities() {}

    static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
