package org.motorpool.dispatch.compliance.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.compliance.ExemptionFile;

@Entity(name = "NevExemption")
@Table(name = "nev_exemption")
class ExemptionRow {
    @Id
    UUID id;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Formula("(select u.name from unit u where u.id = unit_id)")
    String unitName;

    @Column(name = "region_code")
    String regionCode;

    int year;
    String reason;
    String explanation;

    @Column(name = "document_number")
    String documentNumber;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_at")
    Instant approvedAt;

    @Column(name = "acquisition_id")
    @Nullable
    UUID acquisitionId;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected ExemptionRow() {}

    ExemptionRow(ExemptionFile file, String username) {
        id = file.id();
        unitId = file.unitId();
        unitPath = file.unitPath();
        unitName = file.unitName();
        regionCode = file.regionCode();
        year = file.year();
        reason = file.reason();
        explanation = file.explanation();
        documentNumber = file.documentNumber();
        approvedBy = file.approvedBy();
        approvedAt = file.approvedAt();
        acquisitionId = file.acquisitionId();
        recordedBy = username;
        recordedAt = file.approvedAt();
    }

    ExemptionFile toFile() {
        return new ExemptionFile(
                id,
                unitId,
                unitPath,
                unitName,
                regionCode,
                year,
                reason,
                explanation,
                documentNumber,
                approvedBy,
                approvedAt,
                acquisitionId);
    }
}
