package org.motorpool.dispatch.request.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.RequestTemplateApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.request.RequestService;
import org.motorpool.dispatch.request.TemplateService;
import org.motorpool.dispatch.request.UseRequest;

@Path("/api/v1/requests/templates")
@RolesAllowed("REQUESTER")
class TemplateResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final TemplateService templates;
    private final Caller caller;

    TemplateResource(TemplateService templates, Caller caller) {
        this.templates = templates;
        this.caller = caller;
    }

    @GET
    public Uni<Page<RequestTemplateApi.Template>> list(@BeanParam PageQuery query) {
        int size = query.size();
        return templates
                .list(caller.scope(), query.cursorId(FIRST), size + 1)
                .map(found -> Pages.of(found, size, template -> template.id().toString()));
    }

    @POST
    @ResponseStatus(201)
    public Uni<RequestTemplateApi.Template> add(
            RequestTemplateApi.@Nullable NewTemplate wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return templates.add(caller.scope(), wanted, key);
    }

    @GET
    @Path("{id}")
    public Uni<RequestTemplateApi.Template> get(@PathParam("id") UUID id) {
        return templates.get(caller.scope(), id);
    }

    @PUT
    @Path("{id}")
    public Uni<RequestTemplateApi.Template> change(
            @PathParam("id") UUID id, @BeanParam Preconditions given, RequestTemplateApi.@Nullable NewTemplate wanted) {
        return templates.change(caller.scope(), new RequestService.On(id, given.match(), given.key()), wanted);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> remove(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return templates.remove(caller.scope(), new RequestService.On(id, given.match(), given.key()));
    }

    /** The template becomes a request in one call. */
    @POST
    @Path("{id}/requests")
    @ResponseStatus(201)
    public Uni<RequestApi.Request> submit(
            @PathParam("id") UUID id,
            @BeanParam Preconditions given,
            RequestTemplateApi.@Nullable FromTemplate wanted) {
        return templates
                .submit(caller.scope(), new RequestService.On(id, given.match(), given.key()), wanted)
                .map(UseRequest::view);
    }
}
