package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What happened in dispatch; the stream is keyed by {@link #key()}, so that the story of a request or a finding stays in order. */
public sealed interface DispatchEvent {

    /** Topic of this stream. */
    String TOPIC = "motorpool.dispatch.event.v1";

    /** The value of {@code type} on the wire for each record. Names are only ever added. */
    Map<String, Class<? extends DispatchEvent>> WIRE_TYPES = Map.of(
            "request-submitted", RequestSubmitted.class,
            "request-approved", RequestApproved.class,
            "request-rejected", RequestRejected.class,
            "vehicle-assigned", VehicleAssigned.class,
            "trip-started", TripStarted.class,
            "trip-completed", TripCompleted.class,
            "finding-opened", FindingOpened.class,
            "state-changed", StateChanged.class);

    UUID eventId();

    Instant occurredAt();

    /** The aggregate the event is about. */
    UUID key();

    /** An event in the life of a use request. */
    sealed interface OfRequest extends DispatchEvent {
        UUID requestId();

        @Override
        default UUID key() {
            return requestId();
        }
    }

    /**
     * A detector opened a finding 线索: a lead somebody has to look at.
     *
     * @param findingId what to ask dispatch about; the event tells no more of a vehicle than its id
     * @param vehicleId null where the finding is about a unit or a confidential vehicle
     * @param dueOn last day for the unit's explanation
     */
    record FindingOpened(
            UUID eventId,
            UUID findingId,
            Instant occurredAt,
            String detector,
            String severity,
            UUID unitId,
            UUID vehicleId,
            LocalDate dueOn)
            implements DispatchEvent {
        @Override
        public UUID key() {
            return findingId;
        }
    }

    /**
     * Something went from one state to another; for all that has no event of its own, and beside those that have.
     *
     * @param chainId the request it belongs to where there is one, else the thing itself
     * @param kind request, order, trip, expense, agreement, offer, statement, …
     * @param action what was done, e.g. order-reassigned
     * @param before state and decisive values before; null when it did not exist
     * @param after the same afterwards; null when it is gone
     * @param by user name, or system
     */
    record StateChanged(
            UUID eventId,
            UUID chainId,
            Instant occurredAt,
            String kind,
            UUID subjectId,
            String number,
            String action,
            String before,
            String after,
            String by)
            implements DispatchEvent {
        @Override
        public UUID key() {
            return chainId;
        }
    }

    /** A use request 用车申请 was submitted. */
    record RequestSubmitted(UUID eventId, UUID requestId, Instant occurredAt, String number, String unitCode)
            implements OfRequest {}

    /** The approval chain ended with yes. */
    record RequestApproved(UUID eventId, UUID requestId, Instant occurredAt, String approvedBy) implements OfRequest {}

    /** The approval chain ended with no. */
    record RequestRejected(UUID eventId, UUID requestId, Instant occurredAt, String rejectedBy, String reason)
            implements OfRequest {}

    /** An order 派车单 gives the request a vehicle and a driver. */
    record VehicleAssigned(
            UUID eventId,
            UUID requestId,
            Instant occurredAt,
            UUID orderId,
            String orderNumber,
            UUID vehicleId,
            UUID driverId,
            Instant from,
            Instant to)
            implements OfRequest {}

    /** The vehicle departed 出车. */
    record TripStarted(UUID eventId, UUID requestId, Instant occurredAt, UUID orderId, UUID vehicleId, long odometer_km)
            implements OfRequest {}

    /**
     * The vehicle is back 收车 and the trip is closed.
     *
     * @param odometer_km what the driver read on return
     * @param measured_m what telematics measured between departure and return, metres; −1 when there was no track
     */
    record TripCompleted(
            UUID eventId,
            UUID requestId,
            Instant occurredAt,
            UUID orderId,
            UUID vehicleId,
            long odometer_km,
            long measured_m)
            implements OfRequest {}
}
