package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code /api/v1/compliance/findings}, {@code /api/v1/compliance/detectors}, {@code /api/v1/compliance/calendar},
 * {@code /api/v1/compliance/seals}.
 */
public final class SupervisionApi {
    private SupervisionApi() {}

    /**
     * A finding 线索: a lead, not a verdict. A confidential vehicle has neither plate nor id here.
     *
     * @param detector V01 to V40
     * @param severity INFO, YELLOW or RED
     * @param status RAISED 待说明, EXPLAINING 待复核, CLOSED 已办结 or TRANSFERRED 已移送
     * @param evidence ids and figures; never a track
     * @param dueOn last day for the unit's explanation
     * @param overdue not explained and the day has passed
     * @param outcome of a closed one: JUSTIFIED 情况属实且正当, CONFIRMED 违规属实 or UNFOUNDED 线索不实
     */
    public record Finding(
            UUID id,
            String detector,
            String detectorName,
            UUID unitId,
            String unitName,
            UUID vehicleId,
            String plate,
            String severity,
            String status,
            Instant occurredFrom,
            Instant occurredTo,
            String message,
            String messageEn,
            String clause,
            Map<String, Object> evidence,
            Instant raisedAt,
            LocalDate dueOn,
            boolean overdue,
            String explanation,
            String explainedBy,
            Instant explainedAt,
            String outcome,
            String reason,
            String reviewedBy,
            Instant reviewedAt) {
        public Finding {
            evidence = Map.copyOf(evidence);
        }
    }

    /**
     * Body of {@code POST /api/v1/compliance/findings/{id}/steps}.
     *
     * @param step EXPLAIN by the unit's fleet officer; CLOSE or TRANSFER by a reviewer
     * @param text the explanation, or the reviewer's reason, 5 to 2000 characters
     * @param outcome for CLOSE: JUSTIFIED, CONFIRMED or UNFOUNDED
     */
    public record NewStep(String step, String text, String outcome) {}

    /**
     * What a run of the detectors did.
     *
     * @param vehicles vehicles judged
     * @param tracks vehicles whose track was read
     * @param untold vehicles whose track telematics did not give
     * @param raised findings that are new; what was known already is not counted
     */
    public record RunReport(LocalDate day, int vehicles, int tracks, int untold, int raised) {}

    /**
     * Thresholds of a detector from a day on, nationally (100000) or in a province.
     *
     * @param evidence what the rule rests on: V seen officially, V2 seen elsewhere, P partly, M not verified, D default
     * @param effectiveTo first day it is no longer in force, or null
     */
    public record DetectorRule(
            String detector,
            String name,
            String jurisdiction,
            Map<String, Double> thresholds,
            String severity,
            int deadlineDays,
            boolean enabled,
            String clause,
            boolean articleVerified,
            String evidence,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {
        public DetectorRule {
            thresholds = Map.copyOf(thresholds);
        }
    }

    /** Body of {@code POST /api/v1/compliance/detectors}; the open row before it ends where this one begins. */
    public record NewDetectorRule(
            String detector,
            String jurisdiction,
            Map<String, Double> thresholds,
            String severity,
            Integer deadlineDays,
            Boolean enabled,
            String clause,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {}

    /**
     * The calendar of a year, as the State Council announced it.
     *
     * @param document number of the notice, null when none is imported; then days follow the week
     */
    public record CalendarYear(int year, String document, List<CalendarDay> days) {
        public CalendarYear {
            days = List.copyOf(days);
        }
    }

    /**
     * A day that does not follow the week.
     *
     * @param kind HOLIDAY off, WORKDAY worked although it is a weekend 调休
     */
    public record CalendarDay(LocalDate day, String kind, String name) {}

    /** Stands for a region whose boundary is not on file, WGS-84; also body of {@code PUT compliance/region-circles/{regionCode}}. */
    public record RegionCircle(String regionCode, Double latitude, Double longitude, Integer radius_m) {}

    /** A time when vehicles are sealed 封存: from the end of the last workday to the begin of the next. */
    public record SealingWindow(String name, Instant from, Instant to) {}

    /**
     * What is planned for a vehicle in a sealing window: sealed at a place with a key keeper, or exempt.
     *
     * @param exemption DUTY 值班, ENFORCEMENT 执法执勤 or EMERGENCY 应急; null when it is sealed
     */
    public record Seal(
            UUID id,
            UUID vehicleId,
            String plate,
            UUID unitId,
            String unitName,
            String window,
            Instant from,
            Instant to,
            String place,
            String keyKeeper,
            String exemption,
            String exemptionReason,
            String declaredBy,
            Instant declaredAt) {}

    /**
     * Body of {@code POST /api/v1/compliance/seals}.
     *
     * @param day a day off inside the window
     * @param place where it stands; required when sealed
     * @param keyKeeper who keeps the key; required when sealed
     * @param exemptionReason required for an exemption
     */
    public record NewSeal(
            UUID vehicleId, LocalDate day, String place, String keyKeeper, String exemption, String exemptionReason) {}
}
