package org.motorpool.dispatch.reconciliation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.reconciliation.Result;

@Entity(name = "MileageAttribution")
@Table(name = "mileage_attribution")
class AttributionRow {
    @Id
    UUID id;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    LocalDate day;
    int revision;
    boolean current;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "total_m")
    long total_m;

    @Column(name = "ignition_s")
    long ignition_s;

    String fingerprint;

    @Column(name = "computed_at")
    Instant computedAt;

    protected AttributionRow() {}

    AttributionRow(Result result, int revision, Instant now) {
        id = Ids.next();
        vehicleId = result.vehicleId();
        day = result.day();
        this.revision = revision;
        current = true;
        unitId = result.unitId();
        unitPath = result.unitPath();
        total_m = result.total_m();
        ignition_s = result.ignition_s();
        fingerprint = result.fingerprint();
        computedAt = now;
    }

    /** It stays as it was, and is no longer the one that counts. */
    int replaced() {
        current = false;
        return revision;
    }
}
