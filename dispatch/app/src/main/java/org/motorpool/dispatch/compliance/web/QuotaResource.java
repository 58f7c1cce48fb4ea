package org.motorpool.dispatch.compliance.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.motorpool.dispatch.PageQuery;
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
    public Uni<Page<Quota>> list(@BeanParam PageQuery page) {
        int size = page.size();
        return quotas.list(caller.scope(), page.cursorId(FIRST), size + 1)
                .map(found -> Pages.of(found, size, quota -> quota.id().toString()));
    }
}
