package org.motorpool.dispatch.settlement.web;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.motorpool.dispatch.contract.SettlementApi.StatementFile;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.settlement.Account;
import org.motorpool.dispatch.settlement.LedgerQuestion;
import org.motorpool.dispatch.settlement.StatementService;

/** Statements and accounts as workbooks, on worker threads. */
@Path("/api/v1/settlements")
@RolesAllowed({"APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
@Produces(SettlementWorkbookResource.XLSX)
@Blocking
class SettlementWorkbookResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final StatementService statements;
    private final Caller caller;

    SettlementWorkbookResource(StatementService statements, Caller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    @GET
    @Path("{id}/workbook")
    public Response statement(@PathParam("id") UUID id) {
        Scope scope = caller.scope();
        StatementFile file = await(() -> statements.get(scope, id));
        return file(file.statement().number(), out -> StatementWorkbook.write(file, out));
    }

    @GET
    @Path("ledger/workbook")
    public Response ledger(@BeanParam AccountQuery query) {
        Scope scope = caller.scope();
        LedgerQuestion question = query.question();
        Function<UUID, Account> pages =
                after -> await(() -> statements.account(scope, question, after, AccountWorkbook.PAGE));
        return file("ledger-%s-%s".formatted(question.from(), question.to()), out -> AccountWorkbook.write(pages, out));
    }

    private static Response file(String name, StreamingOutput content) {
        return Response.ok(content, XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-Asia-Shanghai.xlsx\"".formatted(name))
                .build();
    }

    /** On a context of Vert.x, where the reactive session lives; this worker thread waits. */
    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable checked) {
            throw new IllegalStateException("a settlement for a workbook was not read", checked);
        }
    }
}
