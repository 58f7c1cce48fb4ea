package org.motorpool.dispatch.compliance.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.compliance.QuotaDesk;
import org.motorpool.dispatch.compliance.QuotaFile;
import org.motorpool.dispatch.compliance.QuotaService;
import org.motorpool.dispatch.contract.ComplianceApi.Quota;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.QuotaApi.NewQuota;
import org.motorpool.dispatch.contract.QuotaApi.Version;
import org.motorpool.dispatch.contract.QuotaApi.WhatIf;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/quotas")
@Authenticated
class QuotaResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final QuotaService quotas;
    private final QuotaDesk desk;
    private final Caller caller;

    QuotaResource(QuotaService quotas, QuotaDesk desk, Caller caller) {
        this.quotas = quotas;
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Quota>> list(@BeanParam PageQuery page) {
        int size = page.size();
        return quotas.list(caller.scope(), page.cursorId(FIRST), size + 1)
                .map(found -> Pages.of(found, size, quota -> quota.id().toString()));
    }

    @POST
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    @ResponseStatus(201)
    public Uni<Version> set(@Nullable NewQuota form) {
        if (form == null) {
            throw Problem.missing("unitId").asException();
        }
        return desk.set(caller.scope(), form).map(QuotaFile::version);
    }

    @GET
    @Path("history")
    public Uni<Page<Version>> history(
            @QueryParam("unitId") @Nullable String unitId, @QueryParam("category") @Nullable String category) {
        return desk.history(caller.scope(), id(unitId), category == null ? "" : category)
                .map(found -> new Page<>(found.stream().map(QuotaFile::version).toList(), null));
    }

    @GET
    @Path("what-if")
    public Uni<Page<WhatIf>> whatIf(
            @QueryParam("unitId") @Nullable String unitId, @QueryParam("staff") @Nullable String staff) {
        return desk.whatIf(caller.scope(), id(unitId), staff == null ? null : number(staff))
                .map(found -> new Page<>(found, null));
    }

    private static @Nullable UUID id(@Nullable String unitId) {
        return unitId == null ? null : Parameters.uuid("unitId", unitId);
    }

    private static Integer number(String staff) {
        try {
            return Integer.valueOf(staff);
        } catch (NumberFormatException _) {
            throw Problem.invalid("staff", "staff 应为整数，收到“%s”".formatted(staff), "staff must be a number")
                    .asException();
        }
    }
}
