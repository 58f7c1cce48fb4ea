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
        UUID vehicle = vehicle(vehicleId);
        Period period = Period.parse(from, to);
        int most = limit(limit);
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
        return queries.mileage(vehicle(vehicleId), Period.parse(from, to));
    }

    @ServerExceptionMapper
    public RestResponse<Problem> map(InvalidParameter invalid) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.BAD_REQUEST, invalid.problem())
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    private static UUID vehicle(String id) throws InvalidParameter {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter("vehicleId", "车辆编号不是有效的 UUID", "vehicleId must be a UUID");
        }
    }

    private static int limit(String value) throws InvalidParameter {
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= LIMIT_MAX) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below like any number out of range
        }
        throw new InvalidParameter(
                "limit",
                "limit 必须是 1 到 %d 之间的整数".formatted(LIMIT_MAX),
                "limit must be a whole number from 1 to %d".formatted(LIMIT_MAX));
    }
}
