package org.motorpool.dispatch.settlement.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Preconditions;
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

    private final StatementActs acts;
    private final Caller caller;

    StatementActResource(StatementActs acts, Caller caller) {
        this.acts = acts;
        this.caller = caller;
    }

    @POST
    @Path("issue")
    public Uni<StatementFile> issue(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return acts.issue(caller.scope(), act(id, given));
    }

    @POST
    @Path("confirm")
    public Uni<StatementFile> confirm(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return acts.confirm(caller.scope(), act(id, given));
    }

    @POST
    @Path("disputes")
    public Uni<StatementFile> dispute(
            @PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable NewDispute dispute) {
        return acts.dispute(caller.scope(), act(id, given), dispute);
    }

    @POST
    @Path("disputes/{disputeId}/resolve")
    public Uni<StatementFile> resolve(
            @PathParam("id") UUID id,
            @BeanParam Preconditions given,
            @PathParam("disputeId") UUID disputeId,
            @Nullable Resolution resolution) {
        return acts.resolve(caller.scope(), act(id, given), disputeId, resolution);
    }

    @POST
    @Path("credit")
    public Uni<StatementFile> credit(
            @PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable NewCredit credit) {
        return acts.credit(caller.scope(), act(id, given), credit);
    }

    @POST
    @Path("settle")
    public Uni<StatementFile> settle(
            @PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable Settling settling) {
        return acts.settle(caller.scope(), act(id, given), settling);
    }

    private static Act act(UUID id, Preconditions given) {
        return new Act(id, given.match(), given.key());
    }
}
