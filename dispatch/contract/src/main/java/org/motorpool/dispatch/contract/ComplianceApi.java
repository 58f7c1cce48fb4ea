package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/quotas}, {@code /api/v1/acquisitions}, {@code /api/v1/compliance/nev-share}. */
public final class ComplianceApi {
    private ComplianceApi() {}

    /** Quota 编制 of a unit and category, with the vehicles that use it. */
    public record Quota(
            UUID id,
            UUID unitId,
            String unitName,
            String category,
            String categoryName,
            int number,
            int inUse,
            String documentNumber,
            String approvedBy,
            LocalDate effectiveFrom) {}

    /**
     * Body of {@code POST /api/v1/acquisitions}: put a vehicle on file, if the rules allow it.
     *
     * @param kind NEW 新增 or RENEWAL 更新
     * @param tier equipment tier, BASE unless a special one is approved (then {@code approvalDocument} is required)
     * @param bodyType SEDAN, SMALL_BUS, MEDIUM_BUS or LARGE_BUS
     * @param energyType BEV, PHEV, EREV, FCEV, HEV or ICE
     * @param price_fen price without purchase tax, fen
     * @param replacedVehicleId the vehicle disposed of, for RENEWAL
     * @param indicatorId the indicator 指标 that is consumed; without one the acquisition is refused
     * @param purchaseTax_fen vehicle purchase tax, fen; left out for none
     * @param exemptionId exemption from the NEV share that this vehicle uses up, left out for none
     * @param earlyRenewalDocument document that approves a renewal before its age, left out without one
     */
    public record NewAcquisition(
            UUID unitId,
            String kind,
            String plate,
            String plateColour,
            String vin,
            String category,
            String tier,
            String bodyType,
            String energyType,
            String brand,
            String model,
            Integer seats,
            Long price_fen,
            Double displacement_l,
            Boolean domestic,
            String approvalDocument,
            UUID replacedVehicleId,
            UUID indicatorId,
            Long purchaseTax_fen,
            UUID exemptionId,
            String earlyRenewalDocument) {}

    /**
     * An acquisition 配备, accepted or refused; refused ones are kept as evidence.
     *
     * @param outcome ACCEPTED or REFUSED
     * @param vehicleId the vehicle put on file, null when refused
     * @param indicatorId the indicator named, null without one
     * @param exemptionId the exemption named, null without one
     * @param shares NEV shares at the year end that the decision looked at
     * @param rules ids of the rule rows it was made under
     */
    public record Acquisition(
            UUID id,
            Instant decidedAt,
            UUID unitId,
            String unitName,
            String kind,
            String plate,
            String category,
            String energyType,
            String brand,
            String model,
            long price_fen,
            double displacement_l,
            String outcome,
            UUID vehicleId,
            List<Violation> violations,
            UUID indicatorId,
            UUID exemptionId,
            List<NevApi.Projection> shares,
            List<Long> rules) {
        public Acquisition {
            shares = List.copyOf(shares);
            rules = List.copyOf(rules);
            violations = List.copyOf(violations);
        }
    }

    /**
     * Answer of {@code POST /api/v1/acquisitions/check}: what would be decided now; nothing is written.
     *
     * @param outcome ACCEPTED or REFUSED
     * @param shares NEV shares at the year end with this vehicle
     */
    public record AcquisitionCheck(String outcome, List<Violation> violations, List<NevApi.Projection> shares) {
        public AcquisitionCheck {
            violations = List.copyOf(violations);
            shares = List.copyOf(shares);
        }
    }

    /**
     * One broken rule; also an element of {@code violations} in problem+json.
     *
     * @param rule stable code, e.g. quota-exceeded, price-over-limit, displacement-over-limit, nev-share-below
     * @param clause the article that demands it, zh-CN
     * @param message the figures and what would make it acceptable, zh-CN
     * @param messageEn the same in English
     */
    public record Violation(String rule, String clause, String message, String messageEn) {}

    /**
     * NEV share of the additions and renewals of a province in a year.
     *
     * @param additions vehicles put on file in the year
     * @param share gross: additions that count as new energy over additions, 0 to 1; null without additions
     * @param threshold what the rule in force demands, 0 to 1
     * @param met whether the net share reaches it
     * @param exempted additions with an approved exemption
     * @param netShare the same without the exempted ones; null when none are left
     */
    public record NevShare(
            String regionCode,
            String regionName,
            int year,
            int additions,
            int newEnergy,
            Double share,
            double threshold,
            boolean met,
            int exempted,
            Double netShare) {}
}
