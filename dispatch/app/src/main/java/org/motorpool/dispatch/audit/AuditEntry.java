package org.motorpool.dispatch.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
 * @param id grows with time
 * @param origin network address the caller came from; null for the platform itself
 * @param action what was done, e.g. track-read
 * @param subject what it was done to, for people
 * @param subjectKind request, order, …; null where no state changed
 * @param before state before; null where none was or none changed
 * @param after state afterwards
 */
public record AuditEntry(
        long id,
        Instant at,
        String username,
        @Nullable String origin,
        String action,
        String subject,
        @Nullable String subjectKind,
        @Nullable UUID subjectId,
        @Nullable String before,
        @Nullable String after) {}
