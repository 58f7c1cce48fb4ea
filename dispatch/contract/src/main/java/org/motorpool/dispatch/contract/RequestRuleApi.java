package org.motorpool.dispatch.contract;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** {@code /api/v1/requests/rules}: what requests are judged by, as effective-dated rows of a jurisdiction. */
public final class RequestRuleApi {
    private RequestRuleApi() {}

    /**
     * Body of POST: a row of the caller's own jurisdiction, from today or a later day on.
     *
     * @param kind ALLOWANCE_AREA, RAIL_CORRIDOR, SEALED_PERIOD, CATEGORY_PURPOSE, PURPOSE_CLASS, EMERGENCY or ESTIMATE
     * @param key names the row among those of its kind; of a PURPOSE_CLASS its code; none of EMERGENCY and ESTIMATE
     * @param jurisdiction GB/T 2260 code; 100000 is the nation
     * @param severity REFUSE, WARN or INFO of the first four kinds; none otherwise
     * @param content of ALLOWANCE_AREA: categories, name, latitude, longitude, radius_m; RAIL_CORRIDOR: categories, radius_m, min_km,
     *     stations [{name, latitude, longitude}]; SEALED_PERIOD: categories that are exempt, work_start_h, work_end_h;
     *     CATEGORY_PURPOSE: categories, purposes; PURPOSE_CLASS: name, nameEn; EMERGENCY: paper_hours; ESTIMATE: roadFactor,
     *     cost_fen_per_km, cost_fen_per_h
     * @param clause the article it follows
     * @param effectiveTo first day it no longer applies; or null
     */
    public record NewRequestRule(
            String kind,
            String key,
            String jurisdiction,
            String severity,
            Map<String, Object> content,
            String clause,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {}

    /**
     * A row, in force or not; of rows of one kind and key that of the narrowest jurisdiction applies.
     *
     * @param articleVerified whether the number of the article was checked against the official text
     */
    public record RequestRule(
            UUID id,
            String kind,
            String key,
            String jurisdiction,
            String severity,
            Map<String, Object> content,
            String clause,
            boolean articleVerified,
            String recordedBy,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {}

    /** Body of {@code POST requests/rules/{id}/end}: the first day it no longer applies, today or later. */
    public record RuleEnd(LocalDate effectiveTo) {}
}
