package org.motorpool.dispatch.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code POST /api/v1/quotas}, {@code /api/v1/quotas/history} and {@code /api/v1/quotas/what-if}. */
public final class QuotaApi {
    private QuotaApi() {}

    /**
     * Body of {@code POST /api/v1/quotas}: the number from a day on, set, raised or lowered.
     *
     * @param number 0 takes the quota away
     * @param approvingBody FLEET_AUTHORITY, or FINANCE for the categories that finance fixes
     * @param approvedBy name of the body
     * @param filingNumber under which the fleet authority filed a decision of finance
     * @param effectiveFrom first day
     */
    public record NewQuota(
            UUID unitId,
            String category,
            Integer number,
            String approvingBody,
            String approvedBy,
            String documentNumber,
            String filingNumber,
            LocalDate effectiveFrom) {}

    /**
     * A number in force for a while.
     *
     * @param approvalMode APPROVED by the fleet authority, or FILED with it
     * @param effectiveTo first day it no longer holds, null while open
     */
    public record Version(
            UUID id,
            UUID unitId,
            String unitName,
            String category,
            int number,
            String approvedBy,
            String approvalMode,
            String documentNumber,
            String filingNumber,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {}

    /**
     * What a formula gives a unit of this staff.
     *
     * @param formula code of the rule
     * @param categories that share the number
     * @param number vehicles by the formula
     * @param quota what the unit has now of these categories
     * @param inUse vehicles that use it
     * @param change number minus quota
     * @param binding whether a quota above the number is refused
     */
    public record WhatIf(
            String formula,
            List<String> categories,
            int staff,
            int number,
            int quota,
            int inUse,
            int change,
            boolean binding,
            String clause,
            boolean articleVerified) {
        public WhatIf {
            categories = List.copyOf(categories);
        }
    }
}
