package org.motorpool.dispatch.assignment.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.HistoryQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.assignment.Replan;
import org.motorpool.dispatch.assignment.ReplanDecisions;
import org.motorpool.dispatch.assignment.ReplanFilter;
import org.motorpool.dispatch.assignment.ReplanService;
import org.motorpool.dispatch.assignment.ReplanState;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.ReplanApi;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/replans")
@RolesAllowed("DISPATCHER")
class ReplanResource {

    private final ReplanService replans;
    private final ReplanDecisions decisions;
    private final Caller caller;

    ReplanResource(ReplanService replans, ReplanDecisions decisions, Caller caller) {
        this.replans = replans;
        this.decisions = decisions;
        this.caller = caller;
    }

    /** What happened; the answer is what should change because of it. Nothing changes before it is committed. */
    @POST
    @ResponseStatus(201)
    public Uni<ReplanApi.Replan> propose(
            ReplanApi.@Nullable DayEvent event, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return replans.propose(caller.scope(), event, key).map(Replan::view);
    }

    @GET
    @RolesAllowed({"DISPATCHER", "SUPERVISOR"})
    public Uni<Page<ReplanApi.Replan>> list(@BeanParam HistoryQuery query) {
        int size = query.size();
        ReplanFilter filter =
                new ReplanFilter(query.statuses(ReplanState.class), query.from(), query.to(), query.before(), size + 1);
        return replans.list(caller.scope(), filter)
                .map(found -> Pages.of(found.stream().map(Replan::view).toList(), size, replan -> replan.id()
                        .toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"DISPATCHER", "SUPERVISOR"})
    public Uni<ReplanApi.Replan> get(@PathParam("id") UUID id) {
        return replans.get(caller.scope(), id).map(Replan::view);
    }

    /** Reassign all of it, or nothing. */
    @POST
    @Path("{id}/commit")
    public Uni<ReplanApi.Replan> commit(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return decisions.commit(caller.scope(), id, given.match(), given.key()).map(Replan::view);
    }

    @POST
    @Path("{id}/discard")
    public Uni<ReplanApi.Replan> discard(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return decisions.discard(caller.scope(), id, given.match(), given.key()).map(Replan::view);
    }
}
