package org.motorpool.dispatch.registry.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.VehicleFileApi.Photo;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.registry.VehiclePhotoService;

@Path("/api/v1/vehicles/{id}/photos")
@RolesAllowed({"FLEET_OFFICER", "DISPATCHER", "APPROVER", "SUPERVISOR"})
class VehiclePhotoResource {

    private final VehiclePhotoService photos;
    private final Caller caller;

    VehiclePhotoResource(VehiclePhotoService photos, Caller caller) {
        this.photos = photos;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Photo>> list(@PathParam("id") UUID id) {
        return photos.list(caller.scope(), id).map(found -> new Page<>(found, null));
    }

    /** The body is the image itself; what it is decides its content, not its header. */
    @POST
    @Consumes({"image/jpeg", "image/png"})
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<Photo> add(
            @PathParam("id") UUID id, @QueryParam("subject") @Nullable String subject, byte @Nullable [] content) {
        return photos.add(caller.scope(), id, subject, content == null ? new byte[0] : content);
    }

    @GET
    @Path("{photoId}")
    public Uni<RestResponse<Buffer>> content(@PathParam("id") UUID id, @PathParam("photoId") UUID photoId) {
        return photos.get(caller.scope(), id, photoId).map(photo -> ResponseBuilder.ok(photo.bytes(), photo.mediaType())
                .header("Cache-Control", "private, no-store")
                .build());
    }

    @DELETE
    @Path("{photoId}")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Void> remove(@PathParam("id") UUID id, @PathParam("photoId") UUID photoId) {
        return photos.remove(caller.scope(), id, photoId);
    }
}
