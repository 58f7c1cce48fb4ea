package org.motorpool.dispatch.trip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.ExpenseApi.Expense;
import org.motorpool.dispatch.contract.ExpenseApi.NewExpense;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.trip.ExpenseService;

@Path("/api/v1/expenses")
@RolesAllowed({"FLEET_OFFICER", "DISPATCHER", "APPROVER", "SUPERVISOR"})
class ExpenseResource {

    private final ExpenseService expenses;
    private final Caller caller;

    ExpenseResource(ExpenseService expenses, Caller caller) {
        this.expenses = expenses;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"FLEET_OFFICER", "DISPATCHER"})
    @ResponseStatus(201)
    public Uni<Expense> record(@Nullable NewExpense form) {
        return expenses.record(caller.scope(), form);
    }

    @GET
    public Uni<Page<Expense>> list(@BeanParam ExpenseQuery query) {
        int size = query.history.size();
        return expenses.list(caller.scope(), query.filter(size + 1))
                .map(found -> Pages.of(found, size, expense -> expense.id().toString()));
    }
}
