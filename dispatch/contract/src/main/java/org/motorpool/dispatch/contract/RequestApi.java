package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.List;
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
     * @param purposeClass code of the kind of purpose, e.g. MEETING; or null
     * @param people who rides, by name; or null
     * @param contact whom the driver calls; or null
     * @param itinerary stops between pickup and dropoff; or null for a single ride
     * @param justification needed when a rule warns
     * @param emergency dispatch first, paper after 先派后补; or null
     * @param emergencyReason required with {@code emergency}
     * @param pooling 同意合乘: the riders agree to ride with others; null for no
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
            String hostRegionCode,
            String purposeClass,
            List<RequestDetailApi.Passenger> people,
            RequestDetailApi.Contact contact,
            RequestDetailApi.Itinerary itinerary,
            String justification,
            Boolean emergency,
            String emergencyReason,
            RequestDetailApi.Pooling pooling) {

        public NewRequest {
            people = people == null ? null : List.copyOf(people);
        }

        /** A request whose riders ride alone. */
        public NewRequest(
                UUID unitId,
                String purpose,
                String category,
                Integer passengers,
                VehicleApi.Place pickup,
                VehicleApi.Place dropoff,
                Instant departAt,
                Instant returnAt,
                String hostRegionCode,
                String purposeClass,
                List<RequestDetailApi.Passenger> people,
                RequestDetailApi.Contact contact,
                RequestDetailApi.Itinerary itinerary,
                String justification,
                Boolean emergency,
                String emergencyReason) {
            this(
                    unitId,
                    purpose,
                    category,
                    passengers,
                    pickup,
                    dropoff,
                    departAt,
                    returnAt,
                    hostRegionCode,
                    purposeClass,
                    people,
                    contact,
                    itinerary,
                    justification,
                    emergency,
                    emergencyReason,
                    null);
        }

        /** A plain request. */
        public NewRequest(
                UUID unitId,
                String purpose,
                String category,
                Integer passengers,
                VehicleApi.Place pickup,
                VehicleApi.Place dropoff,
                Instant departAt,
                Instant returnAt,
                String hostRegionCode) {
            this(
                    unitId,
                    purpose,
                    category,
                    passengers,
                    pickup,
                    dropoff,
                    departAt,
                    returnAt,
                    hostRegionCode,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

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
     * @param details null for a plain request
     * @param round 1, and one more each time it was submitted again
     * @param emergency dispatched first, paper after 先派后补
     * @param paperDueAt when the paper of an emergency must be there; null otherwise
     * @param paperState DUE, OVERDUE, DONE or REFUSED; null without an emergency
     * @param heldUntil until when it holds a vehicle of the category while it is pending; null for no limit or no hold
     * @param holdExpiry LAPSE or KEEP: whether the request ends with its hold; null without one
     * @param seriesId the series it belongs to; or null
     * @param approvalChain name of the chain it follows; null for a decision of one approver
     * @param approvalStep the step of the chain that is open; null when none is
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
            RequestDetailApi.Details details,
            int round,
            boolean emergency,
            Instant paperDueAt,
            String paperState,
            boolean paperOverdue,
            Instant heldUntil,
            String holdExpiry,
            UUID seriesId,
            String approvalChain,
            Integer approvalStep,
            long version)
            implements Versioned {

        /** A plain request in its first round. */
        public Request(
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
                long version) {
            this(
                    id,
                    number,
                    status,
                    unitId,
                    unitName,
                    regionCode,
                    hostRegionCode,
                    requesterName,
                    purpose,
                    category,
                    passengers,
                    pickup,
                    dropoff,
                    departAt,
                    returnAt,
                    submittedAt,
                    decisionReason,
                    sharing,
                    order,
                    null,
                    1,
                    false,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    version);
        }
    }
}
