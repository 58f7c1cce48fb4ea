package org.motorpool.dispatch.compliance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which disposals to list, newest first.
 *
 * @param status null for all
 * @param vehicleId null for all in scope
 * @param before only those older than this id: the cursor
 */
public record DisposalFilter(
        @Nullable DisposalStatus status, @Nullable UUID vehicleId, UUID before, int limit) {}
