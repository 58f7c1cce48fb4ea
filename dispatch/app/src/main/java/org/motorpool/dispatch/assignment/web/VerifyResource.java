package org.motorpool.dispatch.assignment.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.assignment.SlipService;
import org.motorpool.dispatch.contract.SlipApi;

/** For whoever holds the paper of an order, without an account. */
@Path("/api/v1/orders/verify")
@PermitAll
class VerifyResource {

    static final int LONGEST = 64;

    private final SlipService slips;
    private final VerifyLimit limit;

    VerifyResource(SlipService slips, VerifyLimit limit) {
        this.slips = slips;
        this.limit = limit;
    }

    @GET
    public Uni<SlipApi.Verification> verify(
            @QueryParam("number") @Nullable String number,
            @QueryParam("code") @Nullable String code,
            @Context HttpServerRequest request) {
        String named = Fields.text("number", number, LONGEST);
        String written = Fields.text("code", code, LONGEST);
        limit.require(named, request);
        return slips.verify(named, written);
    }
}
