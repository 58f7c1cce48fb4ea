package org.motorpool.telematics.media;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.MediaApi.Media;
import org.motorpool.telematics.contract.MediaApi.MediaPage;
import org.motorpool.telematics.contract.TrackApi;
import org.motorpool.telematics.recorder.InvalidParameter;
import org.motorpool.telematics.recorder.Parameters;
import org.motorpool.telematics.recorder.Period;
import org.motorpool.telematics.recorder.Problem;

/** Media for other services; who may see which vehicle is decided by them. */
@Path(TrackApi.ROOT + "/{vehicleId}/media")
@RolesAllowed("SERVICE")
public class MediaResource {

    private static final int LIMIT_MAX = 1000;

    private final MediaQueries queries;
    private final ObjectStore objects;

    MediaResource(MediaQueries queries, ObjectStore objects) {
        this.queries = queries;
        this.objects = objects;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public MediaPage list(
            @RestPath String vehicleId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @DefaultValue("100") String limit,
            @QueryParam("cursor") @DefaultValue("") String cursor)
            throws InvalidParameter, SQLException {
        UUID vehicle = Parameters.id("vehicleId", vehicleId);
        Period period = Period.parse(from, to);
        int most = Parameters.limit(limit, LIMIT_MAX);
        List<Media> found = queries.list(vehicle, period, MediaCursor.parse(cursor, period.to()), most + 1);
        if (found.size() <= most) {
            return new MediaPage(found, null);
        }
        List<Media> items = found.subList(0, most);
        return new MediaPage(items, MediaCursor.of(items.getLast()).toString());
    }

    /** The bytes as they came. They are a stranger's: a browser may save them, not show or run them. */
    @GET
    @Path("{mediaId}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response content(@RestPath String vehicleId, @RestPath String mediaId)
            throws InvalidParameter, SQLException, IOException {
        UUID media = Parameters.id("mediaId", mediaId);
        Optional<StoredObject> found = queries.findObject(Parameters.id("vehicleId", vehicleId), media);
        if (found.isEmpty()) {
            return unknown().answer().toResponse();
        }
        try {
            return answer(media, found.get(), objects.open(found.get().key()));
        } catch (NoSuchFileException e) {
            return unknown().answer().toResponse();
        }
    }

    private static Response answer(UUID id, StoredObject object, InputStream content) {
        String name = id + "." + object.type().extension();
        return Response.ok(content)
                .type(object.type().mime())
                .header(HttpHeaders.CONTENT_LENGTH, object.size_bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Problem unknown() {
        return new Problem(
                "urn:motorpool:problem:media-unknown",
                "未找到 Not found",
                404,
                "该车辆没有此媒体，或终端尚未上传 / the vehicle has no such medium, or its terminal has not sent it",
                "media-unknown",
                "mediaId");
    }

    @ServerExceptionMapper
    public RestResponse<Problem> map(InvalidParameter invalid) {
        return invalid.problem().answer();
    }
}
