package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/procurement-plans} and {@code /api/v1/indicators}. */
public final class IndicatorApi {
    private IndicatorApi() {}

    /**
     * Vehicles of one kind in an annual plan.
     *
     * @param kind NEW 新增 or RENEWAL 更新
     * @param newEnergy whether they are to be new-energy vehicles
     * @param useClass GENERAL, CONFIDENTIAL_COMMUNICATION, FIXED_ROUTE_ENFORCEMENT or URBAN_SINGLE_SCENARIO
     * @param priceMax_fen highest price of one, without purchase tax, fen
     * @param id left out when the plan is drafted
     * @param issued indicators of it that are issued, reserved or consumed; left out when the plan is drafted
     */
    public record PlanItem(
            String category,
            String tier,
            String kind,
            Boolean newEnergy,
            String useClass,
            Integer count,
            Long priceMax_fen,
            UUID id,
            Integer issued) {}

    /**
     * Body of {@code POST /api/v1/procurement-plans}: the annual plan 年度配备更新计划 of a unit.
     *
     * @param newEnergy how many of the vehicles are new energy; as many as the items say
     */
    public record NewPlan(UUID unitId, Integer year, Long budget_fen, Integer newEnergy, List<PlanItem> items) {
        public NewPlan {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /**
     * An annual plan.
     *
     * @param status DRAFT, SUBMITTED, APPROVED or REJECTED
     * @param documentNumber of the approval, null before it
     * @param reason of the rejection, null without one
     */
    public record Plan(
            UUID id,
            UUID unitId,
            String unitName,
            int year,
            String status,
            long budget_fen,
            int newEnergy,
            String draftedBy,
            Instant draftedAt,
            String decidedBy,
            Instant decidedAt,
            String documentNumber,
            String reason,
            List<PlanItem> items) {
        public Plan {
            items = List.copyOf(items);
        }
    }

    /**
     * Body of {@code POST /api/v1/procurement-plans/{id}/decisions}.
     *
     * @param decision APPROVE (with documentNumber) or REJECT (with reason)
     */
    public record PlanDecision(String decision, String documentNumber, String reason) {}

    /**
     * Body of {@code POST /api/v1/indicators}: issue one indicator from an approved plan.
     *
     * @param oldVehicleId the vehicle that is renewed, for RENEWAL
     * @param validUntil last day it can be used; left out for 31 December of the plan's year
     * @param earlyRenewalDocument document that approves a renewal before its age, left out without one
     */
    public record NewIndicator(UUID planItemId, UUID oldVehicleId, LocalDate validUntil, String earlyRenewalDocument) {}

    /** Body of {@code POST /api/v1/indicators/{id}/return}. */
    public record Return(String reason) {}

    /**
     * Indicator 指标: permission to add or renew exactly one vehicle.
     *
     * @param status ISSUED, RESERVED, CONSUMED, EXPIRED or RETURNED
     * @param displacementMax_l null without a limit
     * @param oldVehicleId the vehicle that is renewed, null for NEW
     * @param acquisitionId the acquisition that consumed it, null before
     * @param idle answered when one for a new vehicle is issued: idle vehicles that could serve the unit instead 调剂
     */
    public record Indicator(
            UUID id,
            String number,
            UUID planItemId,
            UUID unitId,
            String unitName,
            int year,
            String category,
            String tier,
            String kind,
            boolean newEnergy,
            String useClass,
            long priceMax_fen,
            Double displacementMax_l,
            UUID oldVehicleId,
            String status,
            LocalDate validUntil,
            String issuedBy,
            Instant issuedAt,
            String reservedBy,
            UUID acquisitionId,
            String reason,
            List<DisposalApi.IdleVehicle> idle) {
        public Indicator {
            idle = List.copyOf(idle);
        }
    }
}
