package org.motorpool.dispatch.audit.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.motorpool.dispatch.audit.AuditEntry;
import org.motorpool.dispatch.organisation.Scope;

@Entity(name = "AuditEntry")
@Table(name = "audit_entry")
class AuditRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(insertable = false, updatable = false)
    Instant at;

    String username;

    @Column(name = "unit_path")
    String unitPath;

    String action;
    String subject;
    String origin;

    @Column(name = "subject_kind")
    String subjectKind;

    @Column(name = "subject_id")
    UUID subjectId;

    String before;
    String after;

    protected AuditRow() {}

    AuditRow(Scope caller, String action, String subject) {
        username = caller.username();
        unitPath = caller.unitPath();
        origin = caller.origin();
        this.action = action;
        this.subject = subject;
    }

    AuditEntry toEntry() {
        return new AuditEntry(id, at, username, origin, action, subject, subjectKind, subjectId, before, after);
    }
}
