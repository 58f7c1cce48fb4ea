package org.motorpool.dispatch.reporting.web;

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
import java.util.function.Supplier;
import org.motorpool.dispatch.contract.ReportApi.AnnualReport;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.reporting.ReportService;
import org.motorpool.dispatch.reporting.RowQuery;
import org.motorpool.dispatch.reporting.store.RowStream;

/** Reports and rows as workbooks, written while they are read, on worker threads. */
@Path("/api/v1/reports")
@RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
@Produces(WorkbookResource.XLSX)
@Blocking
class WorkbookResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReportService reports;
    private final RowStream rows;
    private final Caller caller;

    WorkbookResource(ReportService reports, RowStream rows, Caller caller) {
        this.reports = reports;
        this.rows = rows;
        this.caller = caller;
    }

    @GET
    @Path("annual.xlsx")
    public Response report(@BeanParam ReportQuery query) {
        Scope scope = caller.scope();
        AnnualReport report = await(() -> reports.get(scope, query.unit(), query.year));
        String name = "annual-report-%d-%s.xlsx".formatted(report.year(), report.unitCode());
        return file(name, out -> ReportWorkbook.write(report, out));
    }

    @GET
    @Path("annual/{code:A[0-9]{2}}/rows.xlsx")
    public Response rows(@PathParam("code") String code, @BeanParam RowsQuery query) {
        Scope scope = caller.scope();
        RowQuery found = await(() -> reports.query(scope, query.question(code)));
        String name = "annual-report-%d-%s.xlsx".formatted(found.period().year(), code);
        return file(name, out -> RowsWorkbook.write(found, sink -> rows.forEach(scope, found, sink), out));
    }

    private static Response file(String name, StreamingOutput content) {
        return Response.ok(content, XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .build();
    }

    /** On a context of Vert.x, where the reactive session lives; this worker thread waits. */
    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable checked) {
            throw new IllegalStateException("a report for a workbook was not made", checked);
        }
    }
}
