package org.motorpool.dispatch.compliance.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.compliance.RuleKind;
import org.motorpool.dispatch.compliance.RuleService;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.RuleApi.NewRule;
import org.motorpool.dispatch.contract.RuleApi.Rule;
import org.motorpool.dispatch.contract.RuleApi.RuleEnd;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/compliance/rules")
@Authenticated
class RuleResource {

    private final RuleService rules;
    private final Caller caller;

    RuleResource(RuleService rules, Caller caller) {
        this.rules = rules;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Rule>> list(
            @QueryParam("day") @Nullable String day,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("region") @Nullable String region,
            @BeanParam PageQuery page) {
        int size = page.size();
        RuleService.Wanted wanted = new RuleService.Wanted(
                day == null || day.isEmpty() ? null : Parameters.day("day", day), kind(kind), region(region));
        return rules.list(caller.scope(), wanted, page.cursorNumber(0), size + 1)
                .map(found -> Pages.of(found, size, rule -> Long.toString(rule.id())));
    }

    @GET
    @Path("{id}")
    public Uni<Rule> get(@PathParam("id") long id) {
        return rules.get(caller.scope(), id);
    }

    @POST
    @RolesAllowed({"SUPERVISOR", "FLEET_OFFICER"})
    @ResponseStatus(201)
    public Uni<Rule> add(@Nullable NewRule form) {
        if (form == null) {
            throw Problem.missing("kind").asException();
        }
        return rules.add(caller.scope(), form);
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed({"SUPERVISOR", "FLEET_OFFICER"})
    public Uni<Rule> close(@PathParam("id") long id, @Nullable RuleEnd form) {
        if (form == null) {
            throw Problem.missing("effectiveTo").asException();
        }
        return rules.close(caller.scope(), id, form);
    }

    private static @Nullable RuleKind kind(@Nullable String kind) {
        return kind == null || kind.isEmpty()
                ? null
                : Stream.of(RuleKind.values())
                        .filter(each -> each.name().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid(
                                        "kind",
                                        "kind 应为 %s 之一"
                                                .formatted(Stream.of(RuleKind.values())
                                                        .toList()),
                                        "kind must be one of %s"
                                                .formatted(Stream.of(RuleKind.values())
                                                        .toList()))
                                .asException());
    }

    private static String region(@Nullable String region) {
        String code = Objects.requireNonNullElse(region, "");
        if (!code.matches("|[0-9]{6}")) {
            throw Problem.invalid("region", "region 应为 6 位行政区划代码", "region must be six digits of GB/T 2260")
                    .asException();
        }
        return code;
    }
}
