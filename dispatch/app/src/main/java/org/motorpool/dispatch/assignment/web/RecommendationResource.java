package org.motorpool.dispatch.assignment.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.RecommendationService;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.RecommendationApi;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/requests/{id}/recommendations")
@RolesAllowed("DISPATCHER")
class RecommendationResource {

    private static final int MOST = 50;
    private static final int USUAL = 5;

    private final RecommendationService recommendations;
    private final Caller caller;

    RecommendationResource(RecommendationService recommendations, Caller caller) {
        this.recommendations = recommendations;
        this.caller = caller;
    }

    /** The best vehicles and drivers, and of each reason why others are not among them the first vehicles by name. */
    @GET
    public Uni<RecommendationApi.Recommendations> recommend(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("5") String limit,
            @QueryParam("others") @DefaultValue("20") String others) {
        int best = Pages.size(limit);
        if (best > MOST) {
            throw Problem.invalid(
                            "limit",
                            "limit 应为 1 到 %d，收到 %d".formatted(MOST, best),
                            "limit must be 1 to %d, got %d".formatted(MOST, best))
                    .asException();
        }
        return recommendations.recommend(caller.scope(), id, best, Pages.size(others));
    }

    /** Every other vehicle with its reason, by plate; {@code reason} chooses one, such as time or dearer. */
    @GET
    @Path("others")
    public Uni<Page<RecommendationApi.Other>> others(
            @PathParam("id") UUID id,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("limit") @DefaultValue("100") String limit,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        int size = Pages.size(limit);
        return recommendations
                .others(caller.scope(), id, USUAL)
                .map(found -> Pages.of(after(found, reason, cursor), size, RecommendationApi.Other::plate));
    }

    private static List<RecommendationApi.Other> after(
            List<RecommendationApi.Other> found, @Nullable String reason, String plate) {
        return found.stream()
                .filter(other -> reason == null || other.reason().equals(reason))
                .filter(other -> other.plate().compareTo(plate) > 0)
                .toList();
    }
}
