package org.motorpool.dispatch.federation.web;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.motorpool.dispatch.contract.RegionBillApi.BillFile;
import org.motorpool.dispatch.federation.RegionBillService;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.organisation.Scope;

/** A monthly bill as a workbook, on a worker thread. */
@Path("/api/v1/cross-region-bills/{id}/workbook")
@RolesAllowed({"APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
@Produces(RegionBillWorkbookResource.XLSX)
@Blocking
class RegionBillWorkbookResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RegionBillService bills;
    private final Caller caller;

    RegionBillWorkbookResource(RegionBillService bills, Caller caller) {
        this.bills = bills;
        this.caller = caller;
    }

    @GET
    public Response workbook(@PathParam("id") UUID id) {
        Scope scope = caller.scope();
        BillFile file = await(scope, id);
        StreamingOutput content = out -> RegionBillWorkbook.write(file, out);
        return Response.ok(content, XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-Asia-Shanghai.xlsx\""
                                .formatted(file.bill().number()))
                .build();
    }

    /** On a context of Vert.x, where the reactive session lives; this worker thread waits. */
    private BillFile await(Scope scope, UUID id) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> bills.get(scope, id));
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable checked) {
            throw new IllegalStateException("a bill for a workbook was not read", checked);
        }
    }
}
