package org.motorpool.dispatch.request.web;

import jakarta.ws.rs.HeaderParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.request.RequestService;

/** Headers of every act on a request: {@code If-Match} and {@code Idempotency-Key}, both optional. */
class Preconditions {

    @HeaderParam("If-Match")
    @Nullable
    String ifMatch;

    @HeaderParam("Idempotency-Key")
    @Nullable
    String key;

    RequestService.On on(UUID id) {
        return new RequestService.On(id, IfMatch.of(ifMatch), key);
    }

    IfMatch match() {
        return IfMatch.of(ifMatch);
    }
}
