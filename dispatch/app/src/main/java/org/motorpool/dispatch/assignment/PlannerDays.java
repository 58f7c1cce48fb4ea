package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;

/** Running days, at the planner. */
@Path(DayApi.ROOT)
@RegisterRestClient(configKey = "planner")
interface PlannerDays {

    @PUT
    @Path("{day}")
    Uni<DayAnswerApi.State> put(
            @HeaderParam("Authorization") String authorization, @PathParam("day") String day, DayApi.Facts facts);

    @POST
    @Path("{day}/recommendations")
    Uni<DayAnswerApi.Recommendation> recommend(
            @HeaderParam("Authorization") String authorization,
            @PathParam("day") String day,
            DayApi.WantedRecommendation wanted);

    @POST
    @Path("{day}/explanations")
    Uni<DayAnswerApi.Explanation> explain(
            @HeaderParam("Authorization") String authorization,
            @PathParam("day") String day,
            DayApi.WantedExplanation wanted);

    @POST
    @Path("{day}/events")
    Uni<DayAnswerApi.Replanned> apply(
            @HeaderParam("Authorization") String authorization, @PathParam("day") String day, DayApi.Event event);
}
