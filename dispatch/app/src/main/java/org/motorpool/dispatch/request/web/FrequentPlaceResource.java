package org.motorpool.dispatch.request.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.RequestTemplateApi;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.request.TemplateService;

@Path("/api/v1/requests/places")
@RolesAllowed("REQUESTER")
class FrequentPlaceResource {

    private final TemplateService templates;
    private final Caller caller;

    FrequentPlaceResource(TemplateService templates, Caller caller) {
        this.templates = templates;
        this.caller = caller;
    }

    /** The first {@code limit}; there is no page after. */
    @GET
    public Uni<Page<RequestTemplateApi.FrequentPlace>> list(@BeanParam PageQuery query) {
        return templates.listPlaces(caller.scope(), query.size()).map(found -> new Page<>(found, null));
    }

    @POST
    @ResponseStatus(201)
    public Uni<RequestTemplateApi.FrequentPlace> keep(VehicleApi.@Nullable Place place) {
        return templates.keep(caller.scope(), place);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> forget(@PathParam("id") UUID id) {
        return templates.forget(caller.scope(), id);
    }
}
