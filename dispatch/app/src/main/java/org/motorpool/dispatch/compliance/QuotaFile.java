package org.motorpool.dispatch.compliance;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.QuotaApi;
import org.motorpool.dispatch.organisation.RegionCode;

/**
 * A quota 编制 of a unit and category.
 *
 * @param approvalMode APPROVED by the fleet authority 公务用车主管部门, or FILED with it after finance decided (ZFZQ, TZZY)
 * @param filingNumber under which the fleet authority filed it, null where it was not
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
        @Nullable String filingNumber,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    /** One that finance did not decide. */
    public QuotaFile(
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
        this(
                id,
                unitId,
                unitPath,
                unitName,
                regionCode,
                category,
                number,
                documentNumber,
                approvedBy,
                approvalMode,
                null,
                effectiveFrom,
                effectiveTo);
    }

    /** As REST shows one version of it. */
    public QuotaApi.Version version() {
        return new QuotaApi.Version(
                id,
                unitId,
                unitName,
                category,
                number,
                approvedBy,
                approvalMode,
                documentNumber,
                filingNumber,
                effectiveFrom,
                effectiveTo);
    }

    /** The province of the unit. */
    public String provinceCode() {
        return RegionCode.province(regionCode);
    }
}
