package org.motorpool.dispatch.contract;

import java.time.LocalDate;
import java.util.UUID;

/** {@code /api/v1/requests/hold-rules}: how long a pending request of a unit holds a vehicle. */
public final class HoldRuleApi {
    private HoldRuleApi() {}

    /**
     * Body of POST.
     *
     * @param unitId the unit, with all below that have no row of their own
     * @param hours 1 to 720
     * @param expiry LAPSE: the request ends with its hold; KEEP: it waits on without
     * @param severity what a submission beyond the capacity is: REFUSE, WARN or INFO
     * @param effectiveTo first day it no longer applies; or null
     */
    public record NewHoldRule(
            UUID unitId,
            Integer hours,
            String expiry,
            String severity,
            String clause,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {}

    /** A row. */
    public record HoldRule(
            UUID id,
            UUID unitId,
            int hours,
            String expiry,
            String severity,
            String clause,
            String recordedBy,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {}
}
