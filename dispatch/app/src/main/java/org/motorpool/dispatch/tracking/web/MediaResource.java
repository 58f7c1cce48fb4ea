package org.motorpool.dispatch.tracking.web;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.tracking.MediaContent;
import org.motorpool.dispatch.tracking.MediaService;
import org.motorpool.telematics.contract.MediaApi;

@Path("/api/v1/vehicles/{id}/media")
@RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class MediaResource {

    private final MediaService media;
    private final Caller caller;

    MediaResource(MediaService media, Caller caller) {
        this.media = media;
        this.caller = caller;
    }

    @GET
    public Uni<MediaApi.MediaPage> list(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @BeanParam PageQuery page) {
        AskedPeriod period = AskedPeriod.parse(from, to);
        return media.list(
                caller.scope(), new MediaService.Query(id, period.from(), period.to(), page.size(), page.cursor()));
    }

    @GET
    @Path("{mediaId}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @APIResponse(
            responseCode = "200",
            description = "the bytes, as a file to save",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestMulti<Buffer> content(@PathParam("id") UUID id, @PathParam("mediaId") UUID mediaId) {
        return RestMulti.fromUniResponse(
                media.content(caller.scope(), id, mediaId), MediaContent::bytes, MediaContent::headers);
    }
}
