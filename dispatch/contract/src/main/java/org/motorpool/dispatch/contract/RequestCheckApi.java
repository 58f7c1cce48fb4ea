package org.motorpool.dispatch.contract;

import java.util.List;

/** {@code POST /api/v1/requests/check}: what the rules say to a request while it is typed; nothing is written. */
public final class RequestCheckApi {
    private RequestCheckApi() {}

    /**
     * What one rule says.
     *
     * @param rule ALLOWANCE_AREA, RAIL_CORRIDOR, SEALED_PERIOD, CATEGORY_PURPOSE, CAPACITY, or agreement-missing, agreement-expired, …
     * @param severity REFUSE (cannot be submitted), WARN (needs a justification) or INFO
     * @param message zh-CN
     * @param clause what the rule rests on
     */
    public record Finding(String rule, String severity, String message, String messageEn, String clause) {}

    /**
     * Vehicles of the category in the unit over the period.
     *
     * @param vehicles in service
     * @param ordered promised by orders
     * @param held by requests that are pending or wait for a vehicle
     * @param remaining what is left, never below 0
     */
    public record Capacity(int vehicles, int ordered, int held, int remaining) {}

    /**
     * The answer.
     *
     * @param approval names of the steps that would decide, in order
     * @param capacity null where pending requests hold none
     */
    public record Check(
            List<Finding> findings,
            double estimatedDistance_km,
            long estimatedCost_fen,
            List<String> approval,
            Capacity capacity) {
        public Check {
            findings = List.copyOf(findings);
            approval = List.copyOf(approval);
        }
    }
}
