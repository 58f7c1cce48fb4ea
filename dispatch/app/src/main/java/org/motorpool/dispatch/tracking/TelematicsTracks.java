package org.motorpool.dispatch.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.motorpool.telematics.contract.TrackApi;

/** Tracks from their owner, telematics-ingest. */
@Path(TrackApi.ROOT)
@RegisterRestClient(configKey = "telematics")
interface TelematicsTracks {

    @GET
    @Path("{vehicleId}/track")
    Uni<TrackApi.Track> track(
            @HeaderParam("Authorization") String authorization,
            @PathParam("vehicleId") UUID vehicleId,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") int limit);
}
