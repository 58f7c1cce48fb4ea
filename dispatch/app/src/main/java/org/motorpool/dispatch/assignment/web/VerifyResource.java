package org.motorpool.dispatch.assignment.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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

    VerifyResource(SlipService slips) {
        this.slips = slips;
    }

    @GET
    public Uni<SlipApi.Verification> verify(
            @QueryParam("number") @Nullable String number, @QueryParam("code") @Nullable String code) {
        return slips.verify(Fields.text("number", number, LONGEST), Fields.text("code", code, LONGEST));
    }
}
