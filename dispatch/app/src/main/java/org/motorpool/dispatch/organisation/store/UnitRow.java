package org.motorpool.dispatch.organisation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.motorpool.dispatch.organisation.Unit;

@Entity(name = "Unit")
@Table(name = "unit")
class UnitRow {
    @Id
    UUID id;

    String code;
    String name;
    String level;

    @Column(name = "region_code")
    String regionCode;

    @Column(name = "parent_id")
    UUID parentId;

    String path;

    protected UnitRow() {}

    UnitRow(Unit unit) {
        id = unit.id();
        code = unit.code();
        name = unit.name();
        level = unit.level();
        regionCode = unit.regionCode();
        parentId = unit.parentId();
        path = unit.path();
    }

    Unit toUnit() {
        return new Unit(id, code, name, level, regionCode, parentId, path);
    }
}
