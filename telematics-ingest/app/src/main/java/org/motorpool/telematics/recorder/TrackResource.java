package org.motorpool.telematics.recorder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.TrackApi;
import org.motorpool.telematics.contract.TrackApi.Mileage;
import org.motorpool.telematics.contract.TrackApi.Track;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/** Tracks and mileage for other services; who may see which vehicle is decided by them. */
@Path(TrackApi.ROOT + "/{vehicleId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("SERVICE")
public class TrackResource {

    private static final int LIMIT_MAX = 10_000;

    private final TrackQueries queries;

    TrackResource(TrackQueries queries) {
        this.queries = queries;
    }

    @GET
    @Path("track")
    public Track track(
            @RestPath String vehicleId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @DefaultValue("1000") String limit)
            throws InvalidParameter, SQLException {
        UUID vehicle = Parameters.id("vehicleId", vehicleId);
        Period period = Period.parse(from, to);
        int most = Parameters.limit(limit, LIMIT_MAX);
        List<TrackPoint> points = queries.points(vehicle, period, most + 1);
        boolean more = points.size() > most;
        String next = more ? points.get(most).reportedAt().toString() : null;
        return new Track(vehicle, period.from(), period.to(), more ? points.subList(0, most) : points, next);
    }

    @GET
    @Path("mileage")
    public Mileage mileage(
            @RestPath String vehicleId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to)
            throws InvalidParameter, SQLException {
        return queries.mileage(Parameters.id("vehicleId", vehicleId), Period.parse(from, to));
    }

    @ServerExceptionMapper
    public RestResponse<Problem> map(InvalidParameter invalid) {
        return invalid.problem().answer();
    }
}
