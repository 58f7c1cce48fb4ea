package org.motorpool.dispatch.reconciliation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.reconciliation.Result;
import org.motorpool.dispatch.reconciliation.Use;

@Entity(name = "MileageSegment")
@Table(name = "mileage_segment")
class SegmentRow {
    @Id
    UUID id;

    @Column(name = "attribution_id")
    UUID attributionId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Enumerated(EnumType.STRING)
    Use use;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column(name = "distance_m")
    long distance_m;

    @Column(name = "ignition_s")
    long ignition_s;

    @Column(name = "subject_id")
    @Nullable
    UUID subjectId;

    protected SegmentRow() {}

    SegmentRow(AttributionRow attribution, Result.Part part) {
        id = Ids.next();
        attributionId = attribution.id;
        unitId = attribution.unitId;
        unitPath = attribution.unitPath;
        use = part.use();
        startsAt = part.from();
        endsAt = part.to();
        distance_m = part.distance_m();
        ignition_s = part.ignition_s();
        subjectId = part.subjectId();
    }
}
