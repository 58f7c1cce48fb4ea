package org.motorpool.dispatch.tracking.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.VehicleApi.LiveVehicles;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.tracking.TrackService;
import org.motorpool.dispatch.tracking.TrackingService;
import org.motorpool.telematics.contract.TrackApi;

@Path("/api/v1/vehicles")
class TrackingResource {

    private final TrackingService tracking;
    private final TrackService tracks;
    private final Caller caller;

    TrackingResource(TrackingService tracking, TrackService tracks, Caller caller) {
        this.tracking = tracking;
        this.tracks = tracks;
        this.caller = caller;
    }

    @GET
    @Path("live")
    @Authenticated
    public Uni<LiveVehicles> live() {
        return tracking.listLive(caller.scope()).map(features -> new LiveVehicles("FeatureCollection", features));
    }

    @GET
    @Path("{id}/track")
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<TrackApi.Track> track(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit")
                    @DefaultValue("1000")
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "1000"))
                    String limit) {
        AskedPeriod period = AskedPeriod.parse(from, to);
        return tracks.get(caller.scope(), id, period.from(), period.to(), Pages.size(limit));
    }
}
