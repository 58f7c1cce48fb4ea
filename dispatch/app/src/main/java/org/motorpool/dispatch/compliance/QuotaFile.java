package org.motorpool.dispatch.compliance;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.organisation.RegionCode;

/**
 * A quota 编制 of a unit and category.
 *
 * @param approvalMode APPROVED by the fleet authority 公务用车主管部门, or FILED with it after finance decided (ZFZQ, TZZY)
 * @param effectiveTo the first day it no longer holds, null while open
 */
public record QuotaFile(
        UUID id,
        UUID unitId,
        String unitPath,
        String unitName,
        String regionCode,
        String category,
        int number,
        String documentNumber,
        String approvedBy,
        String approvalMode,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    /** The province of the unit. */
    public String provinceCode() {
        return RegionCode.province(regionCode);
    }
}
