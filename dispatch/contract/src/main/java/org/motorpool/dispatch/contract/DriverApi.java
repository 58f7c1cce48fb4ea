package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code /driver/v1}: what the driver's phone sees; served by mobile-api. */
public final class DriverApi {
    private DriverApi() {}

    /**
     * {@code GET /driver/v1/tasks}: one order of the signed-in driver.
     *
     * @param nextStep ACCEPT, DEPART, ARRIVE, RETURN, or null when nothing is left to do
     * @param riders 合乘: who rides with it, the first picked up first
     */
    public record Task(
            UUID orderId,
            String orderNumber,
            String status,
            String nextStep,
            String plate,
            String purpose,
            int passengers,
            VehicleApi.Place pickup,
            VehicleApi.Place dropoff,
            Instant from,
            Instant to,
            List<Rider> riders) {
        public Task {
            riders = riders == null ? List.of() : List.copyOf(riders);
        }
    }

    /** 合乘: another order of the same vehicle: how many get on where and when, and where they get off. */
    public record Rider(
            UUID orderId,
            String orderNumber,
            int passengers,
            VehicleApi.Place pickup,
            VehicleApi.Place dropoff,
            Instant from,
            Instant to) {}

    /**
     * Body of {@code POST /driver/v1/tasks/{orderId}/accept|depart|arrive|return}.
     *
     * @param odometer_km required for depart and return
     * @param waiting_minutes of return: how long the vehicle waited for its passengers; null for none
     */
    public record Step(UUID eventId, Instant occurredAt, Long odometer_km, Integer waiting_minutes) {

        /** Without waiting. */
        public Step(UUID eventId, Instant occurredAt, Long odometer_km) {
            this(eventId, occurredAt, odometer_km, null);
        }
    }
}
