package org.motorpool.dispatch.registry.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.VehicleFileApi;
import org.motorpool.dispatch.contract.VehicleFileApi.Card;
import org.motorpool.dispatch.contract.VehicleFileApi.Inspection;
import org.motorpool.dispatch.contract.VehicleFileApi.Insurance;
import org.motorpool.dispatch.contract.VehicleFileApi.Marking;
import org.motorpool.dispatch.contract.VehicleFileApi.Particulars;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.registry.ConfidentialityService;
import org.motorpool.dispatch.registry.VehicleFileReader;
import org.motorpool.dispatch.registry.VehicleFileReader.Whole;
import org.motorpool.dispatch.registry.VehicleFileService;
import org.motorpool.dispatch.registry.VehicleParticulars;

@Path("/api/v1/vehicles/{id}")
@RolesAllowed({"FLEET_OFFICER", "DISPATCHER", "APPROVER", "SUPERVISOR"})
class VehicleFileResource {

    private static final UUID LATEST = new UUID(-1, -1);

    private final VehicleFileReader reader;
    private final VehicleFileService files;
    private final ConfidentialityService confidentiality;
    private final Caller caller;

    VehicleFileResource(
            VehicleFileReader reader, VehicleFileService files, ConfidentialityService confidentiality, Caller caller) {
        this.reader = reader;
        this.files = files;
        this.confidentiality = confidentiality;
        this.caller = caller;
    }

    @GET
    @Path("file")
    public Uni<VehicleFileApi.File> file(@PathParam("id") UUID id) {
        return reader.get(caller.scope(), id).map(VehicleFileResource::view);
    }

    @GET
    @Path("history")
    public Uni<Page<VehicleFileApi.Change>> history(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        int size = page.size();
        return files.listChanges(caller.scope(), id, page.cursorId(LATEST), size + 1)
                .map(found -> Pages.of(found, size, change -> change.id().toString()));
    }

    @GET
    @Path("insurance")
    public Uni<Page<Insurance>> insurance(@PathParam("id") UUID id) {
        return files.listInsurance(caller.scope(), id).map(found -> new Page<>(found, null));
    }

    @POST
    @Path("insurance")
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<Insurance> insure(@PathParam("id") UUID id, @Nullable Insurance form) {
        return files.insure(caller.scope(), id, form);
    }

    @GET
    @Path("inspections")
    public Uni<Page<Inspection>> inspections(@PathParam("id") UUID id) {
        return files.listInspections(caller.scope(), id).map(found -> new Page<>(found, null));
    }

    @POST
    @Path("inspections")
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<Inspection> inspect(@PathParam("id") UUID id, @Nullable Inspection form) {
        return files.inspect(caller.scope(), id, form);
    }

    @GET
    @Path("cards")
    public Uni<Page<Card>> cards(@PathParam("id") UUID id) {
        return files.listCards(caller.scope(), id).map(found -> new Page<>(found, null));
    }

    @POST
    @Path("cards")
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<Card> giveCard(@PathParam("id") UUID id, @Nullable Card form) {
        return files.giveCard(caller.scope(), id, form);
    }

    /** The card stays in the file as ended. */
    @DELETE
    @Path("cards/{cardId}")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Card> endCard(@PathParam("id") UUID id, @PathParam("cardId") UUID cardId) {
        return files.endCard(caller.scope(), id, cardId);
    }

    @PUT
    @Path("marking")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Marking> mark(@PathParam("id") UUID id, @Nullable Marking form) {
        return files.mark(caller.scope(), id, form);
    }

    @PUT
    @Path("particulars")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Particulars> describe(@PathParam("id") UUID id, @Nullable Particulars form) {
        return files.describe(caller.scope(), id, form).map(VehicleFileResource::view);
    }

    @PUT
    @Path("confidentiality")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Void> confide(@PathParam("id") UUID id, VehicleFileApi.@Nullable Confidentiality form) {
        return confidentiality.change(caller.scope(), id, form);
    }

    private static VehicleFileApi.File view(Whole whole) {
        return new VehicleFileApi.File(
                VehicleResource.view(whole.vehicle()),
                whole.vehicle().registeredOn(),
                whole.vehicle().acquisitionKind(),
                view(whole.vehicle().particulars()),
                whole.duties(),
                whole.marking(),
                whole.terminal(),
                whole.insurance(),
                whole.inspections(),
                whole.cards(),
                whole.photos(),
                whole.changes(),
                whole.costs());
    }

    private static Particulars view(VehicleParticulars particulars) {
        return new Particulars(
                particulars.tier(),
                particulars.useClass(),
                particulars.quotaStatus(),
                particulars.purchaseTax_fen(),
                particulars.ownerName(),
                particulars.engineNumber(),
                particulars.inUseSince(),
                particulars.odometer_km(),
                particulars.tank_l(),
                particulars.nominal_l_per_100km(),
                particulars.nominal_kWh_per_100km(),
                particulars.fuel(),
                particulars.emissionStage(),
                particulars.electricRange_km(),
                particulars.chargingPower_kW());
    }
}
