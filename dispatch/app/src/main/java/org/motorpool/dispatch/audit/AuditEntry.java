package org.motorpool.dispatch.audit;

import java.time.Instant;

/**
 * One entry of the audit trail.
 *
 * @param id grows with time
 * @param action what was done, e.g. track-read
 * @param subject what it was done to, for people
 */
public record AuditEntry(long id, Instant at, String username, String action, String subject) {}
