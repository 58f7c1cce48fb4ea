package org.motorpool.dispatch.compliance.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.compliance.QuotaService;
import org.motorpool.dispatch.contract.ComplianceApi.Quota;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/quotas")
@Authenticated
class QuotaResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final QuotaService quotas;
    private final Caller caller;

    QuotaResource(QuotaService quotas, Caller caller) {
        this.quotas = quotas;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Quota>> list(
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        int size = Pages.size(limit);
        return quotas.list(caller.scope(), Cursors.id(cursor, FIRST), size + 1)
                .map(found -> Pages.of(found, size, quota -> quota.id().toString()));
    }
}
