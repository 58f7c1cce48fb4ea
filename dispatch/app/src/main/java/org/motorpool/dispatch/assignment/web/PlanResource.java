package org.motorpool.dispatch.assignment.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.HistoryQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.assignment.PlanExplanations;
import org.motorpool.dispatch.assignment.PlanService;
import org.motorpool.dispatch.assignment.PlanStatus;
import org.motorpool.dispatch.assignment.RidePlan;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.RecommendationApi;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/plans")
@RolesAllowed({"DISPATCHER", "SUPERVISOR"})
class PlanResource {

    private final PlanService plans;
    private final PlanExplanations explanations;
    private final Caller caller;

    PlanResource(PlanService plans, PlanExplanations explanations, Caller caller) {
        this.plans = plans;
        this.explanations = explanations;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("DISPATCHER")
    @ResponseStatus(201)
    public Uni<OrderApi.Plan> create(OrderApi.@Nullable NewPlan wanted) {
        return plans.create(caller.scope(), wanted).map(RidePlan::view);
    }

    @GET
    public Uni<Page<OrderApi.Plan>> list(@BeanParam HistoryQuery query) {
        int size = query.size();
        return plans.list(caller.scope(), query.statuses(PlanStatus.class), query.before(), size + 1)
                .map(found -> Pages.of(found.stream().map(RidePlan::view).toList(), size, plan -> plan.id()
                        .toString()));
    }

    @GET
    @Path("{id}")
    public Uni<OrderApi.Plan> get(@PathParam("id") UUID id) {
        return plans.get(caller.scope(), id).map(RidePlan::view);
    }

    /** Why the plan serves a request as it does, or what keeps it out and would help. */
    @GET
    @Path("{id}/explanations/{requestId}")
    public Uni<RecommendationApi.Explanation> explain(
            @PathParam("id") UUID id, @PathParam("requestId") UUID requestId) {
        return explanations.explain(caller.scope(), id, requestId);
    }

    /** End the solving with the best plan found so far; it is proposed within a moment. */
    @POST
    @Path("{id}/stop")
    @RolesAllowed("DISPATCHER")
    @ResponseStatus(202)
    public Uni<OrderApi.Plan> stop(@PathParam("id") UUID id) {
        return plans.stop(caller.scope(), id).map(RidePlan::view);
    }

    @POST
    @Path("{id}/commit")
    @RolesAllowed("DISPATCHER")
    public Uni<OrderApi.Plan> commit(@PathParam("id") UUID id) {
        return plans.commit(caller.scope(), id).map(RidePlan::view);
    }
}
