package org.motorpool.dispatch.tracking.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.VehicleApi.LiveVehicles;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.tracking.TrackService;
import org.motorpool.dispatch.tracking.TrackingService;
import org.motorpool.telematics.contract.TrackApi;

@Path("/api/v1/vehicles")
class TrackingResource {

    /** The longest period telematics-ingest answers. */
    private static final Duration LONGEST = Duration.ofDays(366);

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
        Instant start = Parameters.instant("from", from);
        Instant end = Parameters.instant("to", to);
        requirePeriod(start, end);
        return tracks.get(caller.scope(), id, start, end, Pages.size(limit));
    }

    private static void requirePeriod(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw Problem.invalid("to", "结束时间 to 必须晚于开始时间 from", "to must be after from")
                    .asException();
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Problem.invalid(
                            "to",
                            "时间跨度不得超过 %d 天，请分段查询".formatted(LONGEST.toDays()),
                            "from and to may be at most %d days apart; ask in pieces".formatted(LONGEST.toDays()))
                    .asException();
        }
    }
}
