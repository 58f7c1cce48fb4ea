package org.motorpool.dispatch.audit.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.audit.AuditEntry;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/audit")
@RolesAllowed("SUPERVISOR")
class AuditResource {

    private static final String NEWEST = "9223372036854775807";

    private final AuditTrail trail;
    private final Caller caller;

    AuditResource(AuditTrail trail, Caller caller) {
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    public Uni<Page<AuditEntry>> list(
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @DefaultValue(NEWEST) long belowId) {
        int size = Pages.size(limit);
        return trail.list(caller.scope(), belowId, size + 1)
                .map(found -> Pages.of(found, size, entry -> Long.toString(entry.id())));
    }
}
