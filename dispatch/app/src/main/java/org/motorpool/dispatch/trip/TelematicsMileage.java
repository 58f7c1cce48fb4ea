package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.motorpool.telematics.contract.TrackApi;

/** Distances from their owner, telematics-ingest. */
@Path(TrackApi.ROOT)
@RegisterRestClient(configKey = "telematics")
interface TelematicsMileage {

    @GET
    @Path("{vehicleId}/mileage")
    Uni<TrackApi.Mileage> mileage(
            @HeaderParam("Authorization") String authorization,
            @PathParam("vehicleId") UUID vehicleId,
            @QueryParam("from") String from,
            @QueryParam("to") String to);
}
