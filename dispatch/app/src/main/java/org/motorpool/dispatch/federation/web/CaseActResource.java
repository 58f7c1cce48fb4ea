package org.motorpool.dispatch.federation.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.FederationApi.BillConfirmation;
import org.motorpool.dispatch.contract.FederationApi.DisputeAnswer;
import org.motorpool.dispatch.contract.FederationApi.NewDispute;
import org.motorpool.dispatch.contract.FederationApi.NewOffer;
import org.motorpool.dispatch.contract.FederationApi.Reason;
import org.motorpool.dispatch.contract.FederationApi.Service;
import org.motorpool.dispatch.contract.FederationApi.Settling;
import org.motorpool.dispatch.federation.CaseAct;
import org.motorpool.dispatch.federation.CaseView;
import org.motorpool.dispatch.federation.HomeActs;
import org.motorpool.dispatch.federation.HostActs;
import org.motorpool.dispatch.organisation.Caller;

/** The acts of the home side and of the host side; which of them a case allows depends on its role and status. */
@Path("/api/v1/cross-region-services/{id}")
@RolesAllowed({"DISPATCHER", "FLEET_OFFICER"})
class CaseActResource {

    private final HomeActs home;
    private final HostActs host;
    private final Caller caller;

    CaseActResource(HomeActs home, HostActs host, Caller caller) {
        this.home = home;
        this.host = host;
        this.caller = caller;
    }

    @POST
    @Path("offer")
    public Uni<Service> offer(@PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable NewOffer offer) {
        return host.offer(caller.scope(), act(id, given), offer).map(CaseView::of);
    }

    @POST
    @Path("decline")
    public Uni<Service> decline(@PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable Reason reason) {
        return host.decline(caller.scope(), act(id, given), reason).map(CaseView::of);
    }

    @POST
    @Path("withdraw")
    public Uni<Service> withdraw(@PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable Reason reason) {
        return host.withdraw(caller.scope(), act(id, given), reason).map(CaseView::of);
    }

    @POST
    @Path("book")
    public Uni<Service> book(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return home.book(caller.scope(), act(id, given)).map(CaseView::of);
    }

    @POST
    @Path("cancel")
    public Uni<Service> cancel(@PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable Reason reason) {
        return home.cancel(caller.scope(), act(id, given), reason).map(CaseView::of);
    }

    @POST
    @Path("confirm-use")
    @RolesAllowed({"REQUESTER", "DISPATCHER", "FLEET_OFFICER"})
    public Uni<Service> confirmUse(@PathParam("id") UUID id, @BeanParam Preconditions given) {
        return home.confirmUse(caller.scope(), act(id, given)).map(CaseView::of);
    }

    @POST
    @Path("confirm-bill")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Service> confirmBill(
            @PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable BillConfirmation confirmation) {
        return home.confirmBill(caller.scope(), act(id, given), confirmation).map(CaseView::of);
    }

    @POST
    @Path("dispute")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Service> dispute(
            @PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable NewDispute dispute) {
        return home.dispute(caller.scope(), act(id, given), dispute).map(CaseView::of);
    }

    @POST
    @Path("answer-dispute")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Service> answer(
            @PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable DisputeAnswer answer) {
        return host.answer(caller.scope(), act(id, given), answer).map(CaseView::of);
    }

    @POST
    @Path("settle")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Service> settle(@PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable Settling settling) {
        return host.settle(caller.scope(), act(id, given), settling).map(CaseView::of);
    }

    private static CaseAct act(UUID id, Preconditions given) {
        return new CaseAct(id, given.match(), given.key());
    }
}
