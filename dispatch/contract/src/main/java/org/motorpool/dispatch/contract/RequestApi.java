package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.UUID;

/** {@code /api/v1/requests}. */
public final class RequestApi {
    private RequestApi() {}

    /**
     * Body of {@code POST /api/v1/requests}: a new use request 用车申请.
     *
     * @param unitId the requesting unit; must be in the caller's scope
     * @param purpose why, 2 to 200 characters
     * @param category vehicle category wanted, e.g. QT
     * @param passengers 1 to 55
     * @param departAt start of the use, in the future
     * @param returnAt end of the use, after {@code departAt}, at most 15 days later
     * @param hostRegionCode GB/T 2260 code of another region whose vehicles may serve (cross-region), or null for the unit's own province
     */
    public record NewRequest(
            UUID unitId,
            String purpose,
            String category,
            Integer passengers,
            VehicleApi.Place pickup,
            VehicleApi.Place dropoff,
            Instant departAt,
            Instant returnAt,
            String hostRegionCode) {}

    /**
     * Body of {@code POST /api/v1/requests/{id}/decisions}.
     *
     * @param decision APPROVE, RETURN or REJECT
     * @param reason required for RETURN and REJECT
     */
    public record NewDecision(String decision, String reason) {}

    /**
     * A use request.
     *
     * @param status SUBMITTED, APPROVED, ASSIGNED, UNDERWAY, CLOSED, RETURNED, REJECTED or CANCELLED
     * @param sharing OWN_UNIT, CROSS_DEPARTMENT or CROSS_REGION once a vehicle is assigned; null before
     * @param order the open or last order, null before assignment
     * @param version grows with every change
     */
    public record Request(
            UUID id,
            String number,
            String status,
            UUID unitId,
            String unitName,
            String regionCode,
            String hostRegionCode,
            String requesterName,
            String purpose,
            String category,
            int passengers,
            VehicleApi.Place pickup,
            VehicleApi.Place dropoff,
            Instant departAt,
            Instant returnAt,
            Instant submittedAt,
            String decisionReason,
            String sharing,
            OrderApi.OrderSummary order,
            long version)
            implements Versioned {}
}
