package org.motorpool.dispatch.command.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.motorpool.dispatch.command.GivenCommand;
import org.motorpool.telematics.contract.Instruction;

@Entity(name = "TerminalCommand")
@Table(name = "terminal_command")
class CommandRow {
    @Id
    UUID id;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "issuer_id")
    UUID issuerId;

    @Column(name = "issuer_name")
    String issuerName;

    String type;
    String instruction;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    protected CommandRow() {}

    CommandRow(GivenCommand command, String instruction) {
        id = command.id();
        vehicleId = command.vehicleId();
        unitId = command.unitId();
        unitPath = command.unitPath();
        issuerId = command.issuerId();
        issuerName = command.issuerName();
        type = command.type();
        this.instruction = instruction;
        issuedAt = command.issuedAt();
        expiresAt = command.expiresAt();
    }

    GivenCommand toCommand(Instruction read) {
        return new GivenCommand(id, vehicleId, unitId, unitPath, issuerId, issuerName, type, read, issuedAt, expiresAt);
    }
}
