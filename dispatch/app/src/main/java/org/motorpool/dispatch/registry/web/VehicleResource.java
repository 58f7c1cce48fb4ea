package org.motorpool.dispatch.registry.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.registry.VehicleState;

@Path("/api/v1/vehicles")
@Authenticated
class VehicleResource {

    /** Body of {@code PATCH vehicles/{id}}. */
    record Change(@Nullable String state, @Nullable String reason) {}

    private static final int LONGEST_REASON = 500;

    private final VehicleService vehicles;
    private final Caller caller;

    VehicleResource(VehicleService vehicles, Caller caller) {
        this.vehicles = vehicles;
        this.caller = caller;
    }

    @GET
    public Uni<Page<VehicleApi.Vehicle>> list(@BeanParam VehicleQuery query) {
        int size = query.page.size();
        return vehicles.list(caller.scope(), query.filter(), size + 1)
                .map(found ->
                        Pages.of(found.stream().map(VehicleResource::view).toList(), size, VehicleApi.Vehicle::plate));
    }

    @GET
    @Path("{id}")
    public Uni<VehicleApi.Vehicle> get(@PathParam("id") UUID id) {
        return vehicles.get(caller.scope(), id).map(VehicleResource::view);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<VehicleApi.Vehicle> change(@PathParam("id") UUID id, @Nullable Change change) {
        VehicleState state = wanted(change);
        String reason = change == null ? null : Fields.optionalText("reason", change.reason(), LONGEST_REASON);
        return vehicles.changeService(caller.scope(), id, state, reason == null ? usual(state) : reason)
                .map(VehicleResource::view);
    }

    private static String usual(VehicleState state) {
        return state == VehicleState.IDLE ? "恢复使用 put back into service" : "停用 taken out of service";
    }

    private static VehicleState wanted(@Nullable Change change) {
        String state = change == null || change.state() == null ? "" : change.state();
        return switch (state) {
            case "IDLE" -> VehicleState.IDLE;
            case "OUT_OF_SERVICE" -> VehicleState.OUT_OF_SERVICE;
            default ->
                throw Problem.invalid(
                                "state",
                                "state 只能是 OUT_OF_SERVICE（停用）或 IDLE（恢复），收到“%s”".formatted(state),
                                "state must be OUT_OF_SERVICE or IDLE, got \"%s\"".formatted(state))
                        .asException();
        };
    }

    static VehicleApi.Vehicle view(VehicleFile file) {
        return new VehicleApi.Vehicle(
                file.id(),
                file.plate(),
                file.plateColour(),
                file.vin(),
                file.unitId(),
                file.unitName(),
                file.regionCode(),
                file.category(),
                file.bodyType(),
                file.energyType(),
                file.brand(),
                file.model(),
                file.seats(),
                file.price_fen(),
                file.displacement_l(),
                file.home(),
                file.state().name());
    }
}
