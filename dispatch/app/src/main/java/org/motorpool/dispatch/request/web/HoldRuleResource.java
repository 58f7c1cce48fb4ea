package org.motorpool.dispatch.request.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.HoldRuleApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.request.HoldRuleService;

@Path("/api/v1/requests/hold-rules")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class HoldRuleResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final HoldRuleService rules;
    private final Caller caller;

    HoldRuleResource(HoldRuleService rules, Caller caller) {
        this.rules = rules;
        this.caller = caller;
    }

    @GET
    public Uni<Page<HoldRuleApi.HoldRule>> list(@BeanParam PageQuery query) {
        int size = query.size();
        return rules.list(caller.scope(), query.cursorId(LAST), size + 1)
                .map(found -> Pages.of(found, size, rule -> rule.id().toString()));
    }

    @POST
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<HoldRuleApi.HoldRule> add(
            HoldRuleApi.@Nullable NewHoldRule wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return rules.add(caller.scope(), wanted, key);
    }
}
