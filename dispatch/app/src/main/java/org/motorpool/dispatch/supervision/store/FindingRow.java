package org.motorpool.dispatch.supervision.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.SupervisionApi.Finding;
import org.motorpool.dispatch.supervision.Confidential;
import org.motorpool.dispatch.supervision.FindingFile;
import org.motorpool.dispatch.supervision.detector.Detector;
import org.motorpool.dispatch.supervision.detector.Detectors;
import org.motorpool.dispatch.supervision.detector.Text;

/**
 * A row of {@code finding} with the names beside it.
 *
 * @param confidential whether the vehicle is confidential now; it may have become so after the finding
 */
record FindingRow(
        UUID id,
        String detector,
        @Nullable UUID vehicleId,
        @Nullable String plate,
        boolean confidential,
        UUID unitId,
        String unitPath,
        String unitName,
        String severity,
        String status,
        Instant occurredFrom,
        Instant occurredTo,
        String message,
        String messageEn,
        String clause,
        Map<String, Object> evidence,
        Instant raisedAt,
        LocalDate dueOn,
        @Nullable String explanation,
        @Nullable String explainedBy,
        @Nullable Instant explainedAt,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt) {

    static final String SELECT = """
            select f.id, f.detector, f.vehicle_id as "vehicleId", v.plate, coalesce(v.confidential, false) as confidential,
                   f.unit_id as "unitId", f.unit_path as "unitPath", u.name as "unitName", f.severity, f.status,
                   f.occurred_from as "occurredFrom", f.occurred_to as "occurredTo", f.message, f.message_en as "messageEn", f.clause,
                   cast(f.evidence as json) as evidence, f.raised_at as "raisedAt", f.due_on as "dueOn", f.explanation,
                   f.explained_by as "explainedBy", f.explained_at as "explainedAt", f.outcome, f.reason,
                   f.reviewed_by as "reviewedBy", f.reviewed_at as "reviewedAt"
            from finding f join unit u on u.id = f.unit_id left join vehicle v on v.id = f.vehicle_id
            """;

    FindingFile toFile(LocalDate today) {
        String name = Detectors.find(detector).map(Detector::name).orElse(detector);
        Text text = confidential ? Confidential.text(name, detector) : new Text(message, messageEn);
        return new FindingFile(
                new Finding(
                        id,
                        detector,
                        name,
                        unitId,
                        unitName,
                        confidential ? null : vehicleId,
                        confidential ? null : plate,
                        severity,
                        status,
                        occurredFrom,
                        occurredTo,
                        text.zh(),
                        text.en(),
                        clause,
                        confidential ? Confidential.EVIDENCE : evidence,
                        raisedAt,
                        dueOn,
                        status.equals("RAISED") && today.isAfter(dueOn),
                        explanation,
                        explainedBy,
                        explainedAt,
                        outcome,
                        reason,
                        reviewedBy,
                        reviewedAt),
                unitPath);
    }
}
