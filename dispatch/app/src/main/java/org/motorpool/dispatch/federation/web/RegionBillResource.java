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
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.FederationApi.BillConfirmation;
import org.motorpool.dispatch.contract.FederationApi.Settling;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.RegionBillApi.Bill;
import org.motorpool.dispatch.contract.RegionBillApi.BillFile;
import org.motorpool.dispatch.contract.RegionBillApi.NewBill;
import org.motorpool.dispatch.contract.RegionBillApi.NewBillDispute;
import org.motorpool.dispatch.federation.BillActs;
import org.motorpool.dispatch.federation.BillIssuing;
import org.motorpool.dispatch.federation.CaseAct;
import org.motorpool.dispatch.federation.RegionBillService;
import org.motorpool.dispatch.organisation.Caller;

/** Bills of a month or a matter across regions; a dispute is answered at the use it concerns. */
@Path("/api/v1/cross-region-bills")
@RolesAllowed("FLEET_OFFICER")
class RegionBillResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final RegionBillService bills;
    private final BillIssuing issuing;
    private final BillActs acts;
    private final Caller caller;

    RegionBillResource(RegionBillService bills, BillIssuing issuing, BillActs acts, Caller caller) {
        this.bills = bills;
        this.issuing = issuing;
        this.acts = acts;
        this.caller = caller;
    }

    /** Draws up the bill of a month or a matter; when it is over the platform does it by itself. */
    @POST
    @ResponseStatus(201)
    public Uni<BillFile> issue(@Nullable NewBill wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return issuing.issue(caller.scope(), wanted, key);
    }

    @GET
    @RolesAllowed({"APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<Page<Bill>> list(@BeanParam PageQuery query) {
        int size = query.size();
        return bills.list(caller.scope(), query.cursorId(LAST), size + 1)
                .map(found -> Pages.of(found, size, bill -> bill.id().toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<BillFile> get(@PathParam("id") UUID id) {
        return bills.get(caller.scope(), id);
    }

    @POST
    @Path("{id}/confirm")
    public Uni<BillFile> confirm(
            @PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable BillConfirmation confirmation) {
        return acts.confirm(caller.scope(), act(id, given), confirmation);
    }

    @POST
    @Path("{id}/disputes")
    public Uni<BillFile> dispute(
            @PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable NewBillDispute dispute) {
        return acts.dispute(caller.scope(), act(id, given), dispute);
    }

    @POST
    @Path("{id}/settle")
    public Uni<BillFile> settle(@PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable Settling settling) {
        return acts.settle(caller.scope(), act(id, given), settling);
    }

    private static CaseAct act(UUID id, Preconditions given) {
        return new CaseAct(id, given.match(), given.key());
    }
}
