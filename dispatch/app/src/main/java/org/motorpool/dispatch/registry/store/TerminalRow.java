package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    @Column(name = "bound_on")
    @Nullable
    LocalDate boundOn;

    protected TerminalRow() {}

    TerminalRow(BoundTerminal terminal, LocalDate on) {
        phone = terminal.binding().phone();
        terminalId = terminal.binding().terminalId();
        protocolVersion = terminal.binding().protocolVersion();
        vehicleId = terminal.vehicle().id();
        unitId = terminal.vehicle().unitId();
        unitPath = terminal.vehicle().unitPath();
        boundOn = on;
    }

    TerminalBinding toBinding() {
        return new TerminalBinding(phone, terminalId, protocolVersion, vehicleId);
    }
}
