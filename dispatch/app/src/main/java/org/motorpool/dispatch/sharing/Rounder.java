package org.motorpool.dispatch.sharing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.motorpool.dispatch.contract.TariffApi.Rounding;

/**
 * The rounding rule of a tariff.
 *
 * @param step_fen amounts are whole multiples of it
 * @param perBill the sum is rounded, not each line
 */
record Rounder(long step_fen, RoundingMode mode, boolean perBill) {

    private static final Rounder TO_FEN = new Rounder(1, RoundingMode.HALF_UP, false);

    static Rounder of(Rounding rule) {
        return new Rounder(
                RoundTo.valueOf(rule.to()).step_fen(),
                RoundingMode.valueOf(rule.mode()),
                rule.per().equals("BILL"));
    }

    /** A line as it is shown: of a rounded bill it is in fen, and the difference has a line of its own. */
    long line(BigDecimal exact_fen) {
        return perBill ? TO_FEN.round(exact_fen) : round(exact_fen);
    }

    long round(BigDecimal exact_fen) {
        return exact_fen
                .divide(BigDecimal.valueOf(step_fen), 0, mode)
                .multiply(BigDecimal.valueOf(step_fen))
                .longValueExact();
    }
}
