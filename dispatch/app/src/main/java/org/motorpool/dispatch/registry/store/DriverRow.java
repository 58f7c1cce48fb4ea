package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.registry.DriverFile;

@Entity(name = "Driver")
@Table(name = "driver")
class DriverRow {
    @Id
    UUID id;

    String name;
    String phone;

    @Column(name = "licence_class")
    String licenceClass;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Formula("(select u.name from unit u where u.id = unit_id)")
    String unitName;

    @Nullable
    String username;

    @Column(name = "vehicle_id")
    @Nullable
    UUID vehicleId;

    protected DriverRow() {}

    DriverRow(DriverFile file) {
        id = file.id();
        name = file.name();
        phone = file.phone();
        licenceClass = file.licenceClass();
        unitId = file.unitId();
        unitPath = file.unitPath();
        unitName = file.unitName();
        username = file.username();
        vehicleId = file.vehicleId();
    }

    DriverFile toFile() {
        return new DriverFile(id, name, phone, licenceClass, unitId, unitPath, unitName, username, vehicleId);
    }
}
