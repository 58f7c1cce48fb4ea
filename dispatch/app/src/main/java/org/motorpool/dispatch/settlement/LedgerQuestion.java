package org.motorpool.dispatch.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.motorpool.dispatch.Days;

/** Which account, and the days of issue from {@code from} up to but not {@code to}, in China. */
public record LedgerQuestion(UUID payerUnitId, UUID payeeUnitId, LocalDate from, LocalDate to) {

    public Instant start() {
        return Days.start(from);
    }

    public Instant end() {
        return Days.start(to);
    }
}
