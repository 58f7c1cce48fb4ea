package org.motorpool.dispatch.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.motorpool.telematics.contract.MediaApi;
import org.motorpool.telematics.contract.TrackApi;

/** Lists of media from their owner, telematics-ingest. */
@Path(TrackApi.ROOT)
@RegisterRestClient(configKey = "telematics")
interface TelematicsMedia {

    @GET
    @Path("{vehicleId}/media")
    Uni<MediaApi.MediaPage> list(
            @HeaderParam("Authorization") String authorization,
            @PathParam("vehicleId") UUID vehicleId,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);
}
