package org.motorpool.dispatch.settlement.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.contract.SettlementApi.NewCredit;
import org.motorpool.dispatch.contract.SettlementApi.NewDispute;
import org.motorpool.dispatch.contract.SettlementApi.Resolution;
import org.motorpool.dispatch.contract.SettlementApi.Settling;
import org.motorpool.dispatch.contract.SettlementApi.StatementFile;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.settlement.Act;
import org.motorpool.dispatch.settlement.StatementActs;

/** The acts of payee and payer. */
@Path("/api/v1/settlements/{id}")
@RolesAllowed("FLEET_OFFICER")
class StatementActResource {

    /** Which statement, which version of it, and the key under which it is done once. */
    public static class ActQuery {

        @PathParam("id")
        UUID id = new UUID(0, 0);

        @HeaderParam("If-Match")
        @Nullable
        String ifMatch;

        @HeaderParam("Idempotency-Key")
        @Nullable
        String key;

        Act act() {
            return new Act(id, IfMatch.of(ifMatch), key);
        }
    }

    private final StatementActs acts;
    private final Caller caller;

    StatementActResource(StatementActs acts, Caller caller) {
        this.acts = acts;
        this.caller = caller;
    }

    @POST
    @Path("issue")
    public Uni<StatementFile> issue(@BeanParam ActQuery query) {
        return acts.issue(caller.scope(), query.act());
    }

    @POST
    @Path("confirm")
    public Uni<StatementFile> confirm(@BeanParam ActQuery query) {
        return acts.confirm(caller.scope(), query.act());
    }

    @POST
    @Path("disputes")
    public Uni<StatementFile> dispute(@BeanParam ActQuery query, @Nullable NewDispute dispute) {
        return acts.dispute(caller.scope(), query.act(), dispute);
    }

    @POST
    @Path("disputes/{disputeId}/resolve")
    public Uni<StatementFile> resolve(
            @BeanParam ActQuery query, @PathParam("disputeId") UUID disputeId, @Nullable Resolution resolution) {
        return acts.resolve(caller.scope(), query.act(), disputeId, resolution);
    }

    @POST
    @Path("credit")
    public Uni<StatementFile> credit(@BeanParam ActQuery query, @Nullable NewCredit credit) {
        return acts.credit(caller.scope(), query.act(), credit);
    }

    @POST
    @Path("settle")
    public Uni<StatementFile> settle(@BeanParam ActQuery query, @Nullable Settling settling) {
        return acts.settle(caller.scope(), query.act(), settling);
    }
}
