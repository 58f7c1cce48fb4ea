package org.motorpool.telematics.gateway;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A terminal (车载终端) that is bound to a vehicle.
 *
 * @param authCodeHash null until the terminal registered
 * @param authExpiresAt null until the terminal registered
 */
record Terminal(
        String phone,
        UUID vehicleId,
        String plate,
        @Nullable String authCodeHash,
        @Nullable Instant authExpiresAt) {

    /** Whether this code was given to the terminal and is still good. */
    boolean accepts(String code, Instant now) {
        return authCodeHash != null
                && authExpiresAt != null
                && now.isBefore(authExpiresAt)
                && AuthCode.matches(code, authCodeHash);
    }

    Terminal withCode(String hash, Instant expiresAt) {
        return new Terminal(phone, vehicleId, plate, hash, expiresAt);
    }

    Terminal withoutCode() {
        return new Terminal(phone, vehicleId, plate, null, null);
    }
}
