package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.UUID;

/** {@code /api/v1/compliance/nev-outlook} and {@code /api/v1/compliance/exemptions}. */
public final class NevApi {
    private NevApi() {}

    /**
     * NEV share of an account at the end of the year: what is on file, and what the issued indicators will add.
     *
     * @param rule N1, N2, N7: the rule that counts it
     * @param account PROVINCE, CITY, DEPARTMENT (central, with all below) or BUDGET_UNIT
     * @param name of the region or unit
     * @param clause the article that demands it
     * @param additions counted so far, the vehicle under decision among them
     * @param exempted those with an approved exemption
     * @param open indicators issued and not consumed
     * @param openNewEnergy those that must become new energy
     * @param gross projected share, 0 to 1; null without additions
     * @param net the same without the exempted; null when none are left
     * @param threshold what the rule demands, 0 to 1
     * @param met whether the net share reaches the threshold, or too few are counted for the rule to refuse
     */
    public record Projection(
            String rule,
            String account,
            String name,
            String clause,
            int additions,
            int newEnergy,
            int exempted,
            int open,
            int openNewEnergy,
            Double gross,
            Double net,
            double threshold,
            boolean met) {}

    /**
     * Outlook of one account to 31 December.
     *
     * @param code GB/T 2260 of a region, path of a unit
     * @param shareToDate net share of what is on file; null when nothing counts
     * @param projection with all open indicators as they were issued
     * @param mustBeNewEnergy how many of the open indicators must become new energy for the share to be met
     * @param missing how many new-energy vehicles are missing even when all open indicators become new energy
     */
    public record Outlook(
            String code, int year, Double shareToDate, Projection projection, int mustBeNewEnergy, int missing) {}

    /**
     * Body of {@code POST /api/v1/compliance/exemptions}.
     *
     * @param reason GEOGRAPHY, CLIMATE, NO_SUITABLE_MODEL or CHARGING_INFRASTRUCTURE
     * @param approvedBy who approved it, as the document says
     */
    public record NewExemption(
            UUID unitId, Integer year, String reason, String explanation, String documentNumber, String approvedBy) {}

    /**
     * Exemption of one vehicle from the NEV share.
     *
     * @param acquisitionId the acquisition that used it up, null while unused
     */
    public record Exemption(
            UUID id,
            UUID unitId,
            String unitName,
            int year,
            String reason,
            String explanation,
            String documentNumber,
            String approvedBy,
            Instant approvedAt,
            UUID acquisitionId) {}
}
