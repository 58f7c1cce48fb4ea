package org.motorpool.dispatch.federation.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** Which case, which version of it, and the key under which it is done once. */
    public static class ActQuery {

        @PathParam("id")
        UUID id = new UUID(0, 0);

        @HeaderParam("If-Match")
        @Nullable
        String ifMatch;

        @HeaderParam("Idempotency-Key")
        @Nullable
        String key;

        CaseAct act() {
            return new CaseAct(id, ifMatch, key);
        }
    }

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
    public Uni<Service> offer(@BeanParam ActQuery query, @Nullable NewOffer offer) {
        return host.offer(caller.scope(), query.act(), offer).map(CaseView::of);
    }

    @POST
    @Path("decline")
    public Uni<Service> decline(@BeanParam ActQuery query, @Nullable Reason reason) {
        return host.decline(caller.scope(), query.act(), reason).map(CaseView::of);
    }

    @POST
    @Path("withdraw")
    public Uni<Service> withdraw(@BeanParam ActQuery query, @Nullable Reason reason) {
        return host.withdraw(caller.scope(), query.act(), reason).map(CaseView::of);
    }

    @POST
    @Path("book")
    public Uni<Service> book(@BeanParam ActQuery query) {
        return home.book(caller.scope(), query.act()).map(CaseView::of);
    }

    @POST
    @Path("cancel")
    public Uni<Service> cancel(@BeanParam ActQuery query, @Nullable Reason reason) {
        return home.cancel(caller.scope(), query.act(), reason).map(CaseView::of);
    }

    @POST
    @Path("confirm-use")
    @RolesAllowed({"REQUESTER", "DISPATCHER", "FLEET_OFFICER"})
    public Uni<Service> confirmUse(@BeanParam ActQuery query) {
        return home.confirmUse(caller.scope(), query.act()).map(CaseView::of);
    }

    @POST
    @Path("confirm-bill")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Service> confirmBill(@BeanParam ActQuery query, @Nullable BillConfirmation confirmation) {
        return home.confirmBill(caller.scope(), query.act(), confirmation).map(CaseView::of);
    }

    @POST
    @Path("dispute")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Service> dispute(@BeanParam ActQuery query, @Nullable NewDispute dispute) {
        return home.dispute(caller.scope(), query.act(), dispute).map(CaseView::of);
    }

    @POST
    @Path("answer-dispute")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Service> answer(@BeanParam ActQuery query, @Nullable DisputeAnswer answer) {
        return host.answer(caller.scope(), query.act(), answer).map(CaseView::of);
    }

    @POST
    @Path("settle")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Service> settle(@BeanParam ActQuery query, @Nullable Settling settling) {
        return host.settle(caller.scope(), query.act(), settling).map(CaseView::of);
    }
}
