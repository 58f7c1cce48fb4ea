package org.motorpool.dispatch.compliance.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.compliance.QuotaFile;

@Entity(name = "Quota")
@Table(name = "quota")
class QuotaRow {
    @Id
    UUID id;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Formula("(select u.name from unit u where u.id = unit_id)")
    String unitName;

    @Formula("(select u.region_code from unit u where u.id = unit_id)")
    String regionCode;

    String category;
    int number;

    @Column(name = "document_number")
    String documentNumber;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approval_mode")
    String approvalMode;

    @Column(name = "filing_number")
    @Nullable
    String filingNumber;

    @Column(name = "recorded_by")
    String recordedBy = "motorpool";

    @Column(name = "effective_from")
    LocalDate effectiveFrom;

    @Column(name = "effective_to")
    @Nullable
    LocalDate effectiveTo;

    protected QuotaRow() {}

    QuotaRow(QuotaFile file) {
        id = file.id();
        unitId = file.unitId();
        unitPath = file.unitPath();
        unitName = file.unitName();
        regionCode = file.regionCode();
        category = file.category();
        number = file.number();
        documentNumber = file.documentNumber();
        approvedBy = file.approvedBy();
        approvalMode = file.approvalMode();
        filingNumber = file.filingNumber();
        effectiveFrom = file.effectiveFrom();
        effectiveTo = file.effectiveTo();
    }

    QuotaRow recordedBy(String username) {
        recordedBy = username;
        return this;
    }

    QuotaFile toFile() {
        return new QuotaFile(
                id,
                unitId,
                unitPath,
                unitName,
                regionCode,
                category,
                number,
                documentNumber,
                approvedBy,
                approvalMode,
                filingNumber,
                effectiveFrom,
                effectiveTo);
    }
}
