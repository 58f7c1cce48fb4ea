package org.motorpool.dispatch.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of state of one thing.
 *
 * @param kind request, order, trip, expense, agreement, offer, statement, …; the word the events use
 * @param id of the thing
 * @param chainId of what the thing belongs to: the request where there is one, so that its story stays in order on the stream
 * @param number business number or another name people know it by
 * @param action what was done, e.g. order-reassigned
 * @param before state and decisive values before; null when it did not exist
 * @param after the same afterwards; null when it is gone
 */
public record StateChange(
        String kind,
        UUID id,
        UUID chainId,
        String number,
        String action,
        @Nullable String before,
        @Nullable String after) {}
