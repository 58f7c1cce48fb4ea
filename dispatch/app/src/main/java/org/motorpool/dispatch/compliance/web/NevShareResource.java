package org.motorpool.dispatch.compliance.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.compliance.NevShareService;
import org.motorpool.dispatch.contract.ComplianceApi.NevShare;
import org.motorpool.dispatch.contract.NevApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/compliance")
@Authenticated
class NevShareResource {

    private final NevShareService shares;
    private final Caller caller;

    NevShareResource(NevShareService shares, Caller caller) {
        this.shares = shares;
        this.caller = caller;
    }

    @GET
    @Path("nev-share")
    public Uni<Page<NevShare>> list(@QueryParam("year") @Nullable String year) {
        return shares.list(caller.scope(), year == null ? null : number(year)).map(found -> new Page<>(found, null));
    }

    @GET
    @Path("nev-outlook")
    public Uni<Page<NevApi.Outlook>> outlook(
            @QueryParam("account") @Nullable String account, @QueryParam("year") @Nullable String year) {
        return shares.outlook(caller.scope(), account, year == null ? null : number(year))
                .map(found -> new Page<>(found, null));
    }

    private static Integer number(String year) {
        try {
            return Integer.valueOf(year);
        } catch (NumberFormatException _) {
            throw Problem.invalid(
                            "year",
                            "year 应为四位年份，收到“%s”".formatted(year),
                            "year must be a year, got \"%s\"".formatted(year))
                    .asException();
        }
    }
}
