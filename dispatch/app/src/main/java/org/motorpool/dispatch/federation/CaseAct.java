package org.motorpool.dispatch.federation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IfMatch;

/**
 * Which case somebody acts on.
 *
 * @param ifMatch the version the caller read
 * @param key of the Idempotency-Key header; null without one
 */
public record CaseAct(UUID id, IfMatch ifMatch, @Nullable String key) {}
