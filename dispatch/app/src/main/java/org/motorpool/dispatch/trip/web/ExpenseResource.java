package org.motorpool.dispatch.trip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Preconditions;
import org.motorpool.dispatch.contract.ExpenseApi;
import org.motorpool.dispatch.contract.ExpenseApi.Expense;
import org.motorpool.dispatch.contract.ExpenseApi.NewExpense;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.trip.ExpenseChanging;
import org.motorpool.dispatch.trip.ExpenseService;

@Path("/api/v1/expenses")
@RolesAllowed({"FLEET_OFFICER", "DISPATCHER", "APPROVER", "SUPERVISOR"})
class ExpenseResource {

    private final ExpenseService expenses;
    private final ExpenseChanging changing;
    private final Caller caller;

    ExpenseResource(ExpenseService expenses, ExpenseChanging changing, Caller caller) {
        this.expenses = expenses;
        this.changing = changing;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"FLEET_OFFICER", "DISPATCHER"})
    @ResponseStatus(201)
    public Uni<Expense> record(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewExpense form) {
        return expenses.record(caller.scope(), form, key);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({"FLEET_OFFICER", "DISPATCHER"})
    public Uni<Expense> correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ExpenseApi.@Nullable Correction form) {
        return changing.correct(caller.scope(), id, form, IfMatch.of(ifMatch));
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed({"FLEET_OFFICER", "DISPATCHER"})
    public Uni<Expense> cancel(
            @PathParam("id") UUID id, @BeanParam Preconditions given, ExpenseApi.@Nullable Cancellation form) {
        String reason = form == null ? null : form.reason();
        return changing.cancel(caller.scope(), id, reason, given.key(), given.match());
    }

    @GET
    public Uni<Page<Expense>> list(@BeanParam ExpenseQuery query) {
        int size = query.history.size();
        return expenses.list(caller.scope(), query.filter(size + 1))
                .map(found -> Pages.of(found, size, expense -> expense.id().toString()));
    }
}
