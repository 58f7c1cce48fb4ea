package org.motorpool.telematics.command;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.Instruction;

/**
 * A command whose turn it is.
 *
 * @param answerId id of the message that answers it, null when a general response is all there is
 * @param attempts how often it was sent before
 */
record QueuedCommand(
        UUID commandId,
        UUID vehicleId,
        Instruction instruction,
        @Nullable Integer answerId,
        int attempts,
        Instant expiresAt) {}
