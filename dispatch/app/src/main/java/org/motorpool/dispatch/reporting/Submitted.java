package org.motorpool.dispatch.reporting;

import java.time.Instant;
import java.util.UUID;

/**
 * A report as it was submitted, in force until the level above gives it back.
 *
 * @param report what was shown, JSON
 */
public record Submitted(
        UUID id,
        UUID unitId,
        String unitPath,
        int version,
        Instant submittedAt,
        String submittedBy,
        Amounts amounts,
        String report) {}
