package org.motorpool.dispatch.tracking.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.tracking.TerminalLineService;
import org.motorpool.telematics.contract.TerminalApi;

@Path("/api/v1/terminals")
@RolesAllowed("FLEET_OFFICER")
class TerminalLineResource {

    private static final int REASON_MAX = 200;

    private final TerminalLineService line;
    private final Caller caller;

    TerminalLineResource(TerminalLineService line, Caller caller) {
        this.line = line;
        this.caller = caller;
    }

    @GET
    @Path("refused")
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    public Uni<TerminalApi.RefusedTerminals> refused() {
        return line.refused(caller.scope());
    }

    @GET
    @Path("{phone}/session")
    @RolesAllowed({"DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
    public Uni<TerminalApi.Session> session(@PathParam("phone") String phone) {
        return line.session(caller.scope(), phone);
    }

    @POST
    @Path("{phone}/tap")
    public Uni<TerminalApi.Tap> open(@PathParam("phone") String phone, VehicleApi.@Nullable NewTap tap) {
        if (tap == null) {
            throw Problem.missing("seconds").asException();
        }
        return line.open(caller.scope(), phone, seconds(tap.seconds()), reason(tap.reason()));
    }

    @GET
    @Path("{phone}/tap")
    public Uni<TerminalApi.Tap> tap(@PathParam("phone") String phone) {
        return line.tap(caller.scope(), phone);
    }

    @DELETE
    @Path("{phone}/tap")
    public Uni<Void> close(@PathParam("phone") String phone) {
        return line.close(caller.scope(), phone);
    }

    @GET
    @Path("{phone}/frames")
    public Uni<TerminalApi.Frames> frames(
            @PathParam("phone") String phone,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "100"))
                    String limit,
            @QueryParam("explain") @DefaultValue("false") boolean explain) {
        return line.frames(
                caller.scope(),
                phone,
                Pages.number(cursor, 0),
                Math.min(Pages.size(limit), TerminalApi.TAP_FRAMES),
                explain);
    }

    private static int seconds(@Nullable Integer seconds) {
        if (seconds == null) {
            throw Problem.missing("seconds").asException();
        }
        if (seconds < 1 || seconds > TerminalApi.TAP_MAX_S) {
            throw Problem.invalid(
                            "seconds",
                            "监听时长须为 1 到 %d 秒".formatted(TerminalApi.TAP_MAX_S),
                            "seconds must be 1 to %d".formatted(TerminalApi.TAP_MAX_S))
                    .asException();
        }
        return seconds;
    }

    private static String reason(@Nullable String reason) {
        String plain =
                reason == null ? "" : reason.replaceAll("\\p{Cntrl}", " ").strip();
        if (plain.isEmpty()) {
            throw Problem.missing("reason").asException();
        }
        if (plain.length() > REASON_MAX) {
            throw Problem.invalid(
                            "reason",
                            "理由不得超过 %d 字".formatted(REASON_MAX),
                            "reason may have %d characters at most".formatted(REASON_MAX))
                    .asException();
        }
        return plain;
    }
}
