package org.motorpool.dispatch.reconciliation.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.MileageApi.Explanation;
import org.motorpool.dispatch.contract.MileageApi.Figures;
import org.motorpool.dispatch.contract.MileageApi.NewDecision;
import org.motorpool.dispatch.contract.MileageApi.NewExplanation;
import org.motorpool.dispatch.contract.MileageApi.RunReport;
import org.motorpool.dispatch.contract.MileageApi.VehicleDay;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.reconciliation.MileageExplaining;
import org.motorpool.dispatch.reconciliation.MileageQuestion;
import org.motorpool.dispatch.reconciliation.MileageQuestion.Level;
import org.motorpool.dispatch.reconciliation.MileageService;

@Path("/api/v1/mileage")
@RolesAllowed({"FLEET_OFFICER", "DISPATCHER", "APPROVER", "SUPERVISOR"})
class MileageResource {

    private final MileageService mileage;
    private final MileageExplaining explaining;
    private final Caller caller;

    MileageResource(MileageService mileage, MileageExplaining explaining, Caller caller) {
        this.mileage = mileage;
        this.explaining = explaining;
        this.caller = caller;
    }

    /** By UNIT, TOTAL or VEHICLE; days from and to included. */
    @GET
    public Uni<Page<Figures>> list(
            @QueryParam("unitId") @Nullable String unitId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @DefaultValue("UNIT") String by,
            @BeanParam PageQuery page) {
        int size = page.size();
        Level level = Level.valueOf(Fields.oneOf("by", by, Set.of("UNIT", "TOTAL", "VEHICLE")));
        MileageQuestion question = new MileageQuestion(level, Parameters.day("from", from), Parameters.day("to", to));
        return mileage.list(caller.scope(), id(unitId), question, page.cursor(), size + 1)
                .map(found -> Pages.of(found, size, Figures::key));
    }

    @GET
    @Path("{vehicleId}/{day}")
    public Uni<VehicleDay> get(@PathParam("vehicleId") UUID vehicleId, @PathParam("day") String day) {
        return mileage.get(caller.scope(), vehicleId, Parameters.day("day", day));
    }

    @POST
    @Path("run")
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    public Uni<RunReport> run(@QueryParam("unitId") @Nullable String unitId, @QueryParam("day") @Nullable String day) {
        return mileage.run(caller.scope(), day == null ? null : Parameters.day("day", day), id(unitId));
    }

    @POST
    @Path("{vehicleId}/{day}/segments/{segmentId}/explanation")
    @RolesAllowed({"FLEET_OFFICER", "DISPATCHER"})
    @ResponseStatus(201)
    public Uni<Explanation> explain(
            @PathParam("vehicleId") UUID vehicleId,
            @PathParam("day") String day,
            @PathParam("segmentId") UUID segmentId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewExplanation form) {
        return explaining.explain(
                caller.scope(),
                new MileageExplaining.Part(vehicleId, Parameters.day("day", day), segmentId),
                form,
                key);
    }

    @POST
    @Path("explanations/{id}/decision")
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    public Uni<Explanation> decide(
            @PathParam("id") UUID id, @BeanParam Preconditions given, @Nullable NewDecision form) {
        return explaining.decide(caller.scope(), id, form, given.key(), given.match());
    }

    private static @Nullable UUID id(@Nullable String unitId) {
        return unitId == null ? null : Parameters.uuid("unitId", unitId);
    }
}
