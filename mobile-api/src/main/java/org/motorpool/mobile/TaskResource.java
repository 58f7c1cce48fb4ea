package org.motorpool.mobile;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.DriverApi;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.Page;

/**
 * The tasks of the signed-in driver. Dispatch decides everything: the caller's token and dispatch's problems pass through. The
 * failures are mapped here, for this class only, because standalone runs it beside other services.
 */
@Path("/driver/v1/tasks")
@RolesAllowed("DRIVER")
class TaskResource {

    private static final String OPEN = "ASSIGNED,ACCEPTED,DEPARTED,ARRIVED";

    private final DispatchOrders orders;
    private final JsonWebToken token;

    TaskResource(@RestClient DispatchOrders orders, JsonWebToken token) {
        this.orders = orders;
        this.token = token;
    }

    @GET
    public Uni<Page<DriverApi.Task>> list(
            @QueryParam("limit") @DefaultValue("100") int limit, @QueryParam("cursor") @Nullable String cursor) {
        return reached(orders.list(bearer(), "me", OPEN, limit, cursor)).map(Tasks::of);
    }

    @POST
    @Path("{orderId}/accept")
    public Uni<DriverApi.Task> accept(@PathParam("orderId") UUID orderId, DriverApi.@Nullable Step step) {
        return report(orderId, "ACCEPT", step);
    }

    @POST
    @Path("{orderId}/depart")
    public Uni<DriverApi.Task> depart(@PathParam("orderId") UUID orderId, DriverApi.@Nullable Step step) {
        return report(orderId, "DEPART", step);
    }

    @POST
    @Path("{orderId}/arrive")
    public Uni<DriverApi.Task> arrive(@PathParam("orderId") UUID orderId, DriverApi.@Nullable Step step) {
        return report(orderId, "ARRIVE", step);
    }

    @POST
    @Path("{orderId}/return")
    public Uni<DriverApi.Task> comeBack(@PathParam("orderId") UUID orderId, DriverApi.@Nullable Step step) {
        return report(orderId, "RETURN", step);
    }

    private Uni<DriverApi.Task> report(UUID orderId, String name, DriverApi.@Nullable Step step) {
        OrderApi.Progress progress = step == null
                ? new OrderApi.Progress(null, name, null, null)
                : new OrderApi.Progress(
                        step.eventId(), name, step.occurredAt(), step.odometer_km(), step.waiting_minutes());
        return reached(orders.progress(bearer(), orderId, progress)).map(Tasks::of);
    }

    private String bearer() {
        return "Bearer " + token.getRawToken();
    }

    /** An answer with an error status is an answer; anything else means that dispatch was not reached. */
    private static <T> Uni<T> reached(Uni<T> call) {
        return call.onFailure(failure -> !(failure instanceof WebApplicationException))
                .transform(DispatchUnavailable::new);
    }

    @ServerExceptionMapper
    Response refused(ClientWebApplicationException refusal) {
        return Problems.passOn(refusal);
    }

    @ServerExceptionMapper
    Response notReached(DispatchUnavailable failure) {
        return Problems.unavailable();
    }

    @ServerExceptionMapper
    Response noToken(UnauthorizedException failure) {
        return Problems.unauthenticated(failure);
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException failure) {
        return Problems.unauthenticated(failure);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return Problems.forbidden();
    }

    @ServerExceptionMapper
    Response malformed(MismatchedInputException failure) {
        return Problems.malformed(failure);
    }

    @ServerExceptionMapper
    Response other(WebApplicationException failure) {
        return Problems.ofStatus(failure.getResponse().getStatus());
    }
}
