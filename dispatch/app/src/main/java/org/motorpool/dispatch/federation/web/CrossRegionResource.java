package org.motorpool.dispatch.federation.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.HistoryQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.FederationApi.NewInquiry;
import org.motorpool.dispatch.contract.FederationApi.Reconciliation;
import org.motorpool.dispatch.contract.FederationApi.Service;
import org.motorpool.dispatch.contract.FederationMessage.Located;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.federation.CaseFilter;
import org.motorpool.dispatch.federation.CaseStatus;
import org.motorpool.dispatch.federation.CaseView;
import org.motorpool.dispatch.federation.CrossRegionService;
import org.motorpool.dispatch.federation.HomeActs;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/cross-region-services")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class CrossRegionResource {

    private final CrossRegionService services;
    private final HomeActs home;
    private final Caller caller;

    CrossRegionResource(CrossRegionService services, HomeActs home, Caller caller) {
        this.services = services;
        this.home = home;
        this.caller = caller;
    }

    /** Inquires the host region of an approved request. */
    @POST
    @RolesAllowed("DISPATCHER")
    @ResponseStatus(201)
    public Uni<Service> inquire(@Nullable NewInquiry inquiry, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return home.inquire(caller.scope(), inquiry, key).map(CaseView::of);
    }

    @GET
    public Uni<Page<Service>> list(@BeanParam HistoryQuery query) {
        int size = query.size();
        CaseFilter filter =
                new CaseFilter(query.statuses(CaseStatus.class), query.from(), query.to(), query.before(), size + 1);
        return services.list(caller.scope(), filter)
                .map(found -> Pages.of(found.stream().map(CaseView::of).toList(), size, service -> service.id()
                        .toString()));
    }

    @GET
    @Path("{id}")
    public Uni<Service> get(@PathParam("id") UUID id) {
        return services.get(caller.scope(), id).map(CaseView::of);
    }

    /** Where the vehicle is, while the task runs. */
    @GET
    @Path("{id}/position")
    public Uni<Located> position(@PathParam("id") UUID id) {
        return services.position(caller.scope(), id);
    }

    /** Whether both ledgers agree, by what the other side told last. */
    @GET
    @Path("{id}/reconciliation")
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    public Uni<Reconciliation> reconciliation(@PathParam("id") UUID id) {
        return services.reconciliation(caller.scope(), id);
    }

    /** Asks the other side; its answer is read with GET. */
    @POST
    @Path("{id}/reconciliation")
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    @ResponseStatus(202)
    public Uni<Reconciliation> reconcile(@PathParam("id") UUID id) {
        return services.reconcile(caller.scope(), id);
    }
}
