package org.motorpool.dispatch.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On what basis an order has another unit's vehicle, and at what price.
 *
 * @param agreementId null where a pool offer is the basis
 * @param estimate_fen what it was expected to cost at assignment
 */
public record Basis(@Nullable UUID agreementId, UUID tariffId, int tariffVersion, long estimate_fen) {}
