package org.motorpool.dispatch.organisation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.motorpool.dispatch.contract.UnitApi;

@Entity(name = "Region")
@Table(name = "region")
class RegionRow {
    @Id
    String code;

    String name;
    String level;

    @Column(name = "parent_code")
    String parentCode;

    protected RegionRow() {}

    RegionRow(UnitApi.Region region) {
        code = region.code();
        name = region.name();
        level = region.level();
        parentCode = region.parentCode();
    }

    UnitApi.Region toRegion() {
        return new UnitApi.Region(code, name, level, parentCode);
    }
}
