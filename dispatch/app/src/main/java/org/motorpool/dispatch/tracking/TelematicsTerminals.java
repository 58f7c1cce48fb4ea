package org.motorpool.dispatch.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.motorpool.telematics.contract.TerminalApi;

/** Terminals on their connections, from who holds those: telematics-ingest. */
@Path(TerminalApi.ROOT)
@RegisterRestClient(configKey = "telematics")
interface TelematicsTerminals {

    @GET
    @Path("refused")
    Uni<TerminalApi.RefusedTerminals> refused(@HeaderParam("Authorization") String authorization);

    @GET
    @Path("{phone}/session")
    Uni<TerminalApi.Session> session(
            @HeaderParam("Authorization") String authorization, @PathParam("phone") String phone);

    @POST
    @Path("{phone}/tap")
    Uni<TerminalApi.Tap> open(
            @HeaderParam("Authorization") String authorization,
            @PathParam("phone") String phone,
            TerminalApi.NewTap tap);

    @GET
    @Path("{phone}/tap")
    Uni<TerminalApi.Tap> tap(@HeaderParam("Authorization") String authorization, @PathParam("phone") String phone);

    @DELETE
    @Path("{phone}/tap")
    Uni<Void> close(@HeaderParam("Authorization") String authorization, @PathParam("phone") String phone);

    @GET
    @Path("{phone}/frames")
    Uni<TerminalApi.Frames> frames(
            @HeaderParam("Authorization") String authorization,
            @PathParam("phone") String phone,
            @QueryParam("cursor") long cursor,
            @QueryParam("limit") int limit,
            @QueryParam("explain") boolean explain);
}
