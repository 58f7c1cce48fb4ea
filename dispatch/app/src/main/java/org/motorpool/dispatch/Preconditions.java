package org.motorpool.dispatch;

import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** Headers of every act that changes something: {@code If-Match} and {@code Idempotency-Key}, both optional. */
public class Preconditions {

    @HeaderParam("If-Match")
    @Nullable
    String ifMatch;

    @HeaderParam("Idempotency-Key")
    @Nullable
    String key;

    /** The version the caller means to change. */
    public IfMatch match() {
        return IfMatch.of(ifMatch);
    }

    /** The key under which the act is carried out once. */
    public @Nullable String key() {
        return key;
    }
}
