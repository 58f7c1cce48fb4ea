package org.motorpool.dispatch.audit.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.audit.AuditEntry;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/audit")
@RolesAllowed("SUPERVISOR")
class AuditResource {

    private final AuditTrail trail;
    private final Caller caller;

    AuditResource(AuditTrail trail, Caller caller) {
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    public Uni<Page<AuditEntry>> list(@BeanParam PageQuery page) {
        int size = page.size();
        return trail.list(caller.scope(), page.cursorNumber(Long.MAX_VALUE), size + 1)
                .map(found -> Pages.of(found, size, entry -> Long.toString(entry.id())));
    }
}
