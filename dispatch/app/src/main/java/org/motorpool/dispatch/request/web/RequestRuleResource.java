package org.motorpool.dispatch.request.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.RequestRuleApi.NewRequestRule;
import org.motorpool.dispatch.contract.RequestRuleApi.RequestRule;
import org.motorpool.dispatch.contract.RequestRuleApi.RuleEnd;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.request.RequestRuleKind;
import org.motorpool.dispatch.request.RequestRuleService;

@Path("/api/v1/requests/rules")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class RequestRuleResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final RequestRuleService rules;
    private final Caller caller;

    RequestRuleResource(RequestRuleService rules, Caller caller) {
        this.rules = rules;
        this.caller = caller;
    }

    /** Rows that are or will be in force; with {@code region} those of it and all levels above. */
    @GET
    public Uni<Page<RequestRule>> list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("region") @DefaultValue("") String region,
            @BeanParam PageQuery page) {
        int size = page.size();
        return rules.list(caller.scope(), kind(kind), region(region), page.cursorId(FIRST), size + 1)
                .map(found -> Pages.of(found, size, rule -> rule.id().toString()));
    }

    @POST
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    @ResponseStatus(201)
    public Uni<RequestRule> add(@Nullable NewRequestRule rule, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return rules.add(caller.scope(), rule, key);
    }

    @POST
    @Path("{id}/end")
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    public Uni<RequestRule> end(
            @PathParam("id") UUID id, @Nullable RuleEnd end, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return rules.end(caller.scope(), id, end, key);
    }

    private static @Nullable RequestRuleKind kind(@Nullable String kind) {
        return kind == null
                ? null
                : RequestRuleKind.valueOf(Fields.oneOf(
                        "kind",
                        kind,
                        Stream.of(RequestRuleKind.values()).map(Enum::name).collect(Collectors.toSet())));
    }

    private static String region(String region) {
        if (!region.matches("|[0-9]{6}")) {
            throw Fields.bad("region", "应为 6 位行政区划代码", "must be six digits of GB/T 2260");
        }
        return region;
    }
}
