package org.motorpool.telematics.gateway;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A terminal (车载终端) that is bound to a vehicle.
 *
 * @param boundId manufacturer's id by the binding, null when the binding did not say
 * @param registration null until the terminal registered
 */
record Terminal(
        String phone,
        UUID vehicleId,
        String plate,
        @Nullable String boundId,
        @Nullable Registration registration) {

    /**
     * What the terminal registered with, and what it got for it.
     *
     * @param terminalId the id it gave as its own
     * @param codeHash of its authentication code
     */
    record Registration(String terminalId, String codeHash, Instant expiresAt) {

        boolean valid(Instant now) {
            return now.isBefore(expiresAt);
        }
    }

    /** Whether this code was given to the terminal and is still good. */
    boolean accepts(String code, Instant now) {
        return registration != null && registration.valid(now) && AuthCode.matches(code, registration.codeHash());
    }

    /** Whether a device with this id is not the one that is bound. */
    boolean contradicts(String sent) {
        return boundId != null && !TerminalIds.same(sent, boundId);
    }

    /** Whether a device with another id holds a good code, where the binding does not tell which of them is right. */
    boolean heldByOther(String sent, Instant now) {
        return boundId == null
                && registration != null
                && registration.valid(now)
                && !TerminalIds.same(sent, registration.terminalId());
    }

    /** Whether what this terminal was given is no longer good in its next binding. */
    boolean voidIn(Terminal next) {
        return !vehicleId.equals(next.vehicleId) || registration != null && next.registration == null;
    }

    Terminal with(@Nullable Registration other) {
        return new Terminal(phone, vehicleId, plate, boundId, other);
    }
}
