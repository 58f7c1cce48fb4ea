package org.motorpool.dispatch.federation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which case somebody acts on.
 *
 * @param ifMatch the version the caller read; null for any
 * @param key of the Idempotency-Key header; null without one
 */
public record CaseAct(
        UUID id, @Nullable String ifMatch, @Nullable String key) {}
