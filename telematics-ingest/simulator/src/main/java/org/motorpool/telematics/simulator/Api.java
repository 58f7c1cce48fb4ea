package org.motorpool.telematics.simulator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON that the simulated people exchange with Motorpool; only what they look at. */
final class Api {
    private Api() {}

    record Credentials(String username, String password) {}

    record Token(String access_token, long expires_in) {}

    record Unit(UUID id, String code, String level, String regionCode) {}

    record Region(String code) {}

    record Terminal(
            String phone,
            String terminalId,
            int protocolVersion,
            UUID vehicleId,
            String plate,
            @Nullable String plateColour,
            String regionCode,
            @Nullable Place home) {}

    record Vehicle(
            UUID id,
            UUID unitId,
            String regionCode,
            String category,
            int seats,
            @Nullable Place home,
            String state) {}

    record NewRequest(
            UUID unitId,
            String purpose,
            String category,
            int passengers,
            Place pickup,
            Place dropoff,
            Instant departAt,
            Instant returnAt,
            @Nullable String hostRegionCode,
            String justification) {}

    record Request(UUID id, String status, Instant departAt) {}

    record Decision(String decision) {}

    record NewPlan(Instant from, Instant to, int seconds) {}

    record Plan(
            UUID id,
            String status,
            @Nullable String failure,
            @Nullable List<PlanItem> items) {}

    record PlanItem(@Nullable String outcome) {}

    record Order(
            UUID id,
            String status,
            Place pickup,
            Place dropoff,
            Instant from,
            Instant to,
            UUID vehicleId,
            @Nullable String driverUsername) {}

    record Step(UUID eventId, Instant occurredAt, @Nullable Long odometer_km) {}
}
