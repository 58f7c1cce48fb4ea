package org.motorpool.mobile;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.Page;

/** Orders, from their owner. */
@Path("/api/v1/orders")
@RegisterRestClient(configKey = "dispatch")
interface DispatchOrders {

    @GET
    Uni<Page<OrderApi.Order>> list(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("driver") String driver,
            @QueryParam("status") String statuses,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("{id}/progress")
    Uni<OrderApi.Order> progress(
            @HeaderParam("Authorization") String authorization, @PathParam("id") UUID id, OrderApi.Progress progress);
}
