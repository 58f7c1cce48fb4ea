package org.motorpool.dispatch.compliance.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.compliance.UnitChangeService;
import org.motorpool.dispatch.contract.UnitChangeApi;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/units/{id}")
@RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
class UnitChangeResource {

    private final UnitChangeService changes;
    private final Caller caller;

    UnitChangeResource(UnitChangeService changes, Caller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    @PATCH
    public Uni<UnitChangeApi.Changed> describe(@PathParam("id") UUID id, UnitChangeApi.@Nullable Particulars form) {
        return changes.describe(caller.scope(), id, given(form, "staffCount"));
    }

    @POST
    @Path("merge")
    public Uni<UnitChangeApi.Changed> merge(@PathParam("id") UUID id, UnitChangeApi.@Nullable Merge form) {
        return changes.merge(caller.scope(), id, given(form, "successorId"));
    }

    @POST
    @Path("split")
    public Uni<UnitChangeApi.Changed> split(@PathParam("id") UUID id, UnitChangeApi.@Nullable Split form) {
        return changes.split(caller.scope(), id, given(form, "parts"));
    }

    @POST
    @Path("abolish")
    public Uni<UnitChangeApi.Changed> abolish(@PathParam("id") UUID id, UnitChangeApi.@Nullable Abolish form) {
        return changes.abolish(caller.scope(), id, given(form, "effectiveOn"));
    }

    private static <T> T given(@Nullable T form, String firstField) {
        if (form == null) {
            throw Problem.missing(firstField).asException();
        }
        return form;
    }
}
