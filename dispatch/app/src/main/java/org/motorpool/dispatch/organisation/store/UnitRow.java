package org.motorpool.dispatch.organisation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitStatus;

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

    /** ACTIVE, MERGED or ABOLISHED. */
    String status = "ACTIVE";

    @Column(name = "staff_count")
    @Nullable
    Integer staffCount;

    @Column(name = "main_budget")
    boolean mainBudget;

    @Column(name = "ended_on")
    @Nullable
    LocalDate endedOn;

    @Column(name = "successor_id")
    @Nullable
    UUID successorId;

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

    void end(LocalDate on, @Nullable UUID successor) {
        status = successor == null ? "ABOLISHED" : "MERGED";
        endedOn = on;
        successorId = successor;
    }

    void describe(@Nullable Integer staff, @Nullable Boolean budget) {
        staffCount = staff == null ? staffCount : staff;
        mainBudget = budget == null ? mainBudget : budget;
    }

    UnitStatus toStatus() {
        return new UnitStatus(status, endedOn, successorId, staffCount, mainBudget);
    }

    Unit toUnit() {
        return new Unit(id, code, name, level, regionCode, parentId, path);
    }
}
