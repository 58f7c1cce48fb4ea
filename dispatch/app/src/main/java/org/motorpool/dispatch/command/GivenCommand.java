package org.motorpool.dispatch.command;

import java.time.Instant;
import java.util.UUID;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.telematics.contract.Instruction;

/**
 * A command as it was given.
 *
 * @param type wire type of the instruction
 */
public record GivenCommand(
        UUID id,
        UUID vehicleId,
        UUID unitId,
        String unitPath,
        UUID issuerId,
        String issuerName,
        String type,
        Instruction instruction,
        Instant issuedAt,
        Instant expiresAt) {

    /** Who gives a command, and when. */
    record Issue(UUID id, UUID issuerId, String issuerName, Instant at) {}

    static GivenCommand of(Issue issue, VehicleFile vehicle, NewCommand wanted) {
        return new GivenCommand(
                issue.id(),
                vehicle.id(),
                vehicle.unitId(),
                vehicle.unitPath(),
                issue.issuerId(),
                issue.issuerName(),
                Instructions.type(wanted.instruction()),
                wanted.instruction(),
                issue.at(),
                wanted.expiresAt());
    }
}
