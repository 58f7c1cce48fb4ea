package org.motorpool.planner.day;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;

/** Running days, for other services; who may see which vehicle is decided by them. */
@Path(DayApi.ROOT + "/{day}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("SERVICE")
public class DayResource {

    private final DayService days;

    DayResource(DayService days) {
        this.days = days;
    }

    @PUT
    public DayAnswerApi.State put(@RestPath String day, DayApi.@Nullable Facts facts) {
        return days.put(day, facts);
    }

    @POST
    @Path("recommendations")
    public DayAnswerApi.Recommendation recommend(@RestPath String day, DayApi.@Nullable WantedRecommendation wanted) {
        return days.recommend(day, wanted);
    }

    @POST
    @Path("explanations")
    public DayAnswerApi.Explanation explain(@RestPath String day, DayApi.@Nullable WantedExplanation wanted) {
        return days.explain(day, wanted);
    }

    @POST
    @Path("events")
    public DayAnswerApi.Replanned apply(@RestPath String day, DayApi.@Nullable Event event) {
        return days.apply(day, event);
    }

    @ServerExceptionMapper
    public Response refused(DayRefused refused) {
        return Response.status(refused.status()).entity(refused.refusal()).build();
    }
}
