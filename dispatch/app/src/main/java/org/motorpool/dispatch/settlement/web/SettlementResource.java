package org.motorpool.dispatch.settlement.web;

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
import org.motorpool.dispatch.HistoryQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.PeriodQuery;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.SettlementApi.Charge;
import org.motorpool.dispatch.contract.SettlementApi.Ledger;
import org.motorpool.dispatch.contract.SettlementApi.NewStatement;
import org.motorpool.dispatch.contract.SettlementApi.Statement;
import org.motorpool.dispatch.contract.SettlementApi.StatementFile;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.settlement.ChargeFilter;
import org.motorpool.dispatch.settlement.DrawnStatement;
import org.motorpool.dispatch.settlement.MonthlyStatements;
import org.motorpool.dispatch.settlement.StatementFilter;
import org.motorpool.dispatch.settlement.StatementService;
import org.motorpool.dispatch.settlement.StatementStatus;

@Path("/api/v1/settlements")
@RolesAllowed({"APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class SettlementResource {

    private final StatementService statements;
    private final MonthlyStatements monthly;
    private final Caller caller;

    SettlementResource(StatementService statements, MonthlyStatements monthly, Caller caller) {
        this.statements = statements;
        this.monthly = monthly;
        this.caller = caller;
    }

    @GET
    public Uni<Page<Statement>> list(@BeanParam HistoryQuery query) {
        int size = query.size();
        StatementFilter filter = new StatementFilter(
                query.statuses(StatementStatus.class), query.from(), query.to(), query.before(), size + 1);
        return statements
                .list(caller.scope(), filter)
                .map(found -> Pages.of(found.stream().map(DrawnStatement::view).toList(), size, statement -> statement
                        .id()
                        .toString()));
    }

    /** Draws up what is charged by the month; once, however often it is asked. */
    @POST
    @RolesAllowed("FLEET_OFFICER")
    @ResponseStatus(201)
    public Uni<StatementFile> drawUp(
            @Nullable NewStatement wanted, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return monthly.drawUp(caller.scope(), wanted, key);
    }

    @GET
    @Path("{id}")
    public Uni<StatementFile> get(@PathParam("id") UUID id) {
        return statements.get(caller.scope(), id);
    }

    @GET
    @Path("charges")
    public Uni<Page<Charge>> charges(@BeanParam PeriodQuery query) {
        int size = query.size();
        ChargeFilter filter = new ChargeFilter(query.from(), query.to(), query.before(), size + 1);
        return statements
                .listCharges(caller.scope(), filter)
                .map(found -> Pages.of(found, size, charge -> charge.id().toString()));
    }

    @GET
    @Path("charges/{id}")
    public Uni<Charge> charge(@PathParam("id") UUID id) {
        return statements.getCharge(caller.scope(), id);
    }

    /** The account between two units. */
    @GET
    @Path("ledger")
    public Uni<Ledger> ledger(@BeanParam AccountQuery query) {
        int size = query.size();
        return statements
                .account(caller.scope(), query.question(), query.after(), size + 1)
                .map(account -> account.view(
                        Pages.of(account.lines(), size, entry -> entry.lineId().toString())));
    }
}
