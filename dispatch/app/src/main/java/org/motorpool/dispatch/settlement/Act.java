package org.motorpool.dispatch.settlement;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys.Wish;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.organisation.Scope;

/**
 * An act on one statement.
 *
 * @param key of the Idempotency-Key header; null without one
 */
public record Act(UUID id, IfMatch ifMatch, @Nullable String key) {

    /** The same act with the same body is done once. */
    Wish wish(Scope scope, String name, @Nullable Object body) {
        return new Wish(scope.accountId(), key, Arrays.asList(name, id, body), id);
    }
}
