package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.motorpool.dispatch.registry.BoundTerminal;
import org.motorpool.dispatch.registry.TerminalBinding;

@Entity(name = "Terminal")
@Table(name = "terminal")
class TerminalRow {
    @Id
    String phone;

    @Column(name = "terminal_id")
    String terminalId;

    @Column(name = "protocol_version")
    int protocolVersion;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    protected TerminalRow() {}

    TerminalRow(BoundTerminal terminal) {
        phone = terminal.binding().phone();
        terminalId = terminal.binding().terminalId();
        protocolVersion = terminal.binding().protocolVersion();
        vehicleId = terminal.vehicle().id();
        unitId = terminal.vehicle().unitId();
        unitPath = terminal.vehicle().unitPath();
    }

    TerminalBinding toBinding() {
        return new TerminalBinding(phone, terminalId, protocolVersion, vehicleId);
    }
}
