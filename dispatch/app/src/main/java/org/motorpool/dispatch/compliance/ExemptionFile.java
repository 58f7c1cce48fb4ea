package org.motorpool.dispatch.compliance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Exemption of one vehicle from the NEV share.
 *
 * @param reason GEOGRAPHY, CLIMATE, NO_SUITABLE_MODEL or CHARGING_INFRASTRUCTURE
 * @param acquisitionId the acquisition that used it up
 */
public record ExemptionFile(
        UUID id,
        UUID unitId,
        String unitPath,
        String unitName,
        String regionCode,
        int year,
        String reason,
        String explanation,
        String documentNumber,
        String approvedBy,
        Instant approvedAt,
        @Nullable UUID acquisitionId) {}
