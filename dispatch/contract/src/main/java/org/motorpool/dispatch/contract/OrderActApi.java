package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What people do with an order after it was issued: {@code /api/v1/orders/{id}/…}, {@code /api/v1/orders/bulk}. */
public final class OrderActApi {
    private OrderActApi() {}

    /**
     * What became of an order.
     *
     * @param revision grows with what is printed on the slip
     * @param reason of the cancellation or of the no-show, or null
     * @param reasonCode REQUESTER, VEHICLE, DRIVER, WEATHER, PREEMPTED or OTHER; null without a reason
     * @param continuesOrderId the order of the vehicle that broke down, or null
     * @param continuedById the order that took over, or null
     * @param conflict LATE_RETURN or VEHICLE_OUT_OF_SERVICE when the order cannot be kept as it is, else null
     * @param overdue not back when it should have been; the period was extended
     * @param conflictWithId the order that is late, or whose vehicle broke down
     * @param ridesWithId 合乘: the order that leads, which has the trip; null for one that leads or is alone
     * @param shared 合乘: others ride, or rode, with it
     * @param dropoffAt 合乘: when the riders of an order that leads should be there; null where the order ends then
     */
    public record Course(
            int revision,
            String reason,
            String reasonCode,
            UUID continuesOrderId,
            UUID continuedById,
            boolean overdue,
            String conflict,
            UUID conflictWithId,
            UUID ridesWithId,
            boolean shared,
            Instant dropoffAt) {

        /** Nothing happened yet. */
        public static final Course NEW = new Course(0, null, null, null, null, false, null, null, null, false, null);

        /** Takes over from another order. */
        public static Course continuing(UUID orderId) {
            return new Course(0, null, null, orderId, null, false, null, null, null, false, null);
        }

        /** 合乘: rides with another order; null for with none. */
        public Course ridingWith(UUID orderId) {
            return new Course(
                    revision,
                    reason,
                    reasonCode,
                    continuesOrderId,
                    continuedById,
                    overdue,
                    conflict,
                    conflictWithId,
                    orderId,
                    shared,
                    dropoffAt);
        }
    }

    /**
     * Body of {@code POST orders/{id}/cancel}.
     *
     * @param reasonCode who or what causes it, and so who pays: REQUESTER, VEHICLE, DRIVER, WEATHER or OTHER; null for OTHER
     */
    public record Cancellation(String reason, String reasonCode) {}

    /**
     * Body of {@code POST orders/{id}/reassign}: another vehicle, another driver, or both.
     *
     * @param vehicleId null to keep the vehicle
     * @param driverId null to keep the driver
     */
    public record Reassignment(UUID vehicleId, UUID driverId, String reason) {}

    /**
     * Body of {@code POST orders/{id}/swap}: the vehicle broke down on the road, another one takes over.
     *
     * @param place where it takes over, 1 to 100 characters
     * @param at when; not before the departure, not in the future
     * @param odometer_km of the vehicle that broke down
     */
    public record Swap(
            UUID vehicleId, UUID driverId, VehicleApi.Place place, Instant at, Long odometer_km, String reason) {}

    /**
     * Body of {@code POST orders/{id}/no-show} 用车人未到.
     *
     * @param occurredAt when the driver gave up waiting
     * @param odometer_km required once the vehicle has departed
     */
    public record NoShow(Instant occurredAt, Long odometer_km, String reason) {}

    /** Body of {@code POST orders/bulk}: each item stands for itself. */
    public record Bulk(List<OrderApi.NewOrder> assign, List<BulkCancellation> cancel) {
        public Bulk {
            assign = assign == null ? List.of() : List.copyOf(assign);
            cancel = cancel == null ? List.of() : List.copyOf(cancel);
        }
    }

    /**
     * One order to cancel.
     *
     * @param version what the caller read, or null
     */
    public record BulkCancellation(UUID id, String reason, String reasonCode, Long version) {}

    /**
     * What became of one item.
     *
     * @param id of the request to be assigned or of the order to be cancelled
     * @param outcome OK or the code of the problem
     * @param order null with a problem
     * @param problem zh-CN and English, null when OK
     */
    public record BulkResult(UUID id, String outcome, OrderApi.Order order, String problem) {}
}
