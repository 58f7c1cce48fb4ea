package org.motorpool.dispatch.sharing;

import java.math.BigDecimal;

/** What a component comes to, before rounding. */
record Charge(PriceComponent component, BigDecimal quantity, long rate_fen) {

    static Charge of(PriceComponent component, long quantity, long rate_fen) {
        return new Charge(component, BigDecimal.valueOf(quantity), rate_fen);
    }

    boolean isSomething() {
        return rate_fen > 0 && quantity.signum() > 0;
    }

    BigDecimal exact_fen() {
        return quantity.multiply(BigDecimal.valueOf(rate_fen));
    }

    PricedLine line(Rounder rounder) {
        return new PricedLine(component, quantity, rate_fen, rounder.line(exact_fen()), null);
    }
}
