package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/plans}, {@code /api/v1/orders}, {@code /api/v1/trips}. */
public final class OrderApi {
    private OrderApi() {}

    /** The vehicle and driver of a request, for lists. */
    public record OrderSummary(
            UUID id,
            String number,
            String status,
            String plate,
            String energyType,
            String vehicleUnitName,
            String driverName) {}

    /**
     * Body of {@code POST /api/v1/plans}: plan all approved requests in scope that depart in [from, to).
     *
     * @param seconds solving time, 1 to 600 s; null for 5
     */
    public record NewPlan(Instant from, Instant to, Integer seconds) {}

    /**
     * A plan: proposed by the planner, committed by {@code POST /api/v1/plans/{id}/commit}.
     *
     * @param status SOLVING, PROPOSED, COMMITTED or FAILED
     * @param progress how far the solving is; null before the first plan is found, and when none was told
     * @param bound how good the plan is, proven; null before there is a proposal
     */
    public record Plan(
            UUID id,
            String status,
            Instant from,
            Instant to,
            Instant createdAt,
            String score,
            Long cost_fen,
            String failure,
            List<PlanItem> items,
            List<PlanUnserved> unserved,
            PlanProgress progress,
            PlanBound bound) {
        public Plan {
            items = List.copyOf(items);
            unserved = List.copyOf(unserved);
        }
    }

    /**
     * The best plan found so far.
     *
     * @param cost_fen what it costs, fen
     * @param served rides it serves, of so many {@code rides}
     * @param elapsed_ms since the solving began, milliseconds
     */
    public record PlanProgress(long cost_fen, int served, int rides, long elapsed_ms) {}

    /**
     * What no plan that serves the same requests can be better than.
     *
     * @param cost_fen none costs less, fen
     * @param gap_percent how far the plan lies above that, percent of it
     * @param relaxation what the proof leaves aside: {@code column-generation} or {@code network-flow}
     * @param vehicles none needs fewer
     */
    public record PlanBound(long cost_fen, double gap_percent, String relaxation, int vehicles) {}

    /**
     * One proposed order.
     *
     * @param sharedWith 合乘: numbers of the requests that ride with this one
     * @param outcome null before the commit; then ASSIGNED, or the stable code of what refused it
     * @param charge where the vehicle charges before it; null for nowhere
     */
    public record PlanItem(
            UUID requestId,
            String requestNumber,
            UUID vehicleId,
            String plate,
            UUID driverId,
            String driverName,
            Instant from,
            Instant to,
            String outcome,
            List<String> sharedWith,
            PlannedCharge charge) {
        public PlanItem {
            sharedWith = List.copyOf(sharedWith);
        }

        /** The same, riding with others. */
        public PlanItem sharedWith(List<String> others) {
            return new PlanItem(
                    requestId,
                    requestNumber,
                    vehicleId,
                    plate,
                    driverId,
                    driverName,
                    from,
                    to,
                    outcome,
                    others,
                    charge);
        }
    }

    /** When a vehicle is at which charger. */
    public record PlannedCharge(VehicleApi.Place place, Instant from, Instant to) {}

    /** One request the plan leaves out, and why. */
    public record PlanUnserved(UUID requestId, String requestNumber, String code, String reason) {}

    /**
     * Body of {@code POST /api/v1/orders}: assign by hand.
     *
     * @param ridesWithId 合乘: the order to ride with, which has vehicle and driver already; null for a vehicle of its own
     */
    public record NewOrder(UUID requestId, UUID vehicleId, UUID driverId, UUID ridesWithId) {

        /** With a vehicle of its own. */
        public NewOrder(UUID requestId, UUID vehicleId, UUID driverId) {
            this(requestId, vehicleId, driverId, null);
        }
    }

    /**
     * An order 派车单.
     *
     * @param status ASSIGNED 已派, ACCEPTED 已接受, DEPARTED 已出车, ARRIVED 已到达, RETURNED 已收车, CLOSED 已办结,
     *     CANCELLED 已取消 or NO_SHOW 用车人未到
     * @param sharing OWN_UNIT, CROSS_DEPARTMENT or CROSS_REGION
     */
    public record Order(
            UUID id,
            String number,
            String status,
            UUID requestId,
            String requestNumber,
            String requestUnitName,
            String purpose,
            int passengers,
            VehicleApi.Place pickup,
            VehicleApi.Place dropoff,
            Instant from,
            Instant to,
            String sharing,
            UUID vehicleId,
            String plate,
            String vehicleUnitName,
            UUID driverId,
            String driverName,
            String driverUsername,
            OrderActApi.Course course,
            long version)
            implements Versioned {}

    /**
     * Body of {@code POST /api/v1/orders/{id}/progress}, by the order's driver.
     *
     * @param eventId chosen by the client (UUIDv7); the same id twice is answered like the first time
     * @param step ACCEPT, DEPART, ARRIVE or RETURN
     * @param occurredAt when it happened on the driver's phone; not after now + 5 min
     * @param odometer_km required for DEPART and RETURN, 0 to 2,000,000
     * @param waiting_minutes of RETURN: how long the vehicle waited for its passengers, not longer than the trip; null for none
     */
    public record Progress(UUID eventId, String step, Instant occurredAt, Long odometer_km, Integer waiting_minutes) {

        /** Without waiting. */
        public Progress(UUID eventId, String step, Instant occurredAt, Long odometer_km) {
            this(eventId, step, occurredAt, odometer_km, null);
        }
    }

    /**
     * A trip 行程: what really was driven for an order.
     *
     * @param status UNDERWAY or CLOSED
     * @param measured_m metres by telematics between departure and return, null before closing or without a track
     * @param waiting_minutes the vehicle waited for its passengers, as its driver told
     * @param mileageDeviation null before closing or without a track
     */
    public record Trip(
            UUID id,
            UUID orderId,
            String orderNumber,
            UUID requestId,
            String plate,
            String driverName,
            String status,
            Instant departedAt,
            Instant arrivedAt,
            Instant returnedAt,
            Long odometerStart_km,
            Long odometerEnd_km,
            Long measured_m,
            int waiting_minutes,
            MileageDeviation mileageDeviation,
            long version)
            implements Versioned {}

    /**
     * How far the odometer of a trip and telematics are apart (V23), as judged when the trip was closed.
     *
     * @param share |odometer − telematics| over telematics
     * @param limit above it, and above the rule's least distance, an explanation is needed
     * @param explanation null until somebody gives it
     */
    public record MileageDeviation(
            double share,
            double limit,
            boolean explanationNeeded,
            String explanation,
            String explainedBy,
            Instant explainedAt) {}

    /** Body of {@code POST /api/v1/trips/{id}/explanation}, 1 to 500 characters. */
    public record TripExplanation(String reason) {}
}
