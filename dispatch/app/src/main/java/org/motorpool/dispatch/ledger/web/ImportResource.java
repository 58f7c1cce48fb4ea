package org.motorpool.dispatch.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.LedgerApi.ImportResult;
import org.motorpool.dispatch.ledger.LedgerService;
import org.motorpool.dispatch.ledger.LedgerTemplate;
import org.motorpool.dispatch.organisation.Caller;

@Path("/api/v1/imports/vehicles")
@RolesAllowed("FLEET_OFFICER")
class ImportResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final LedgerService ledgers;
    private final Caller caller;

    ImportResource(LedgerService ledgers, Caller caller) {
        this.ledgers = ledgers;
        this.caller = caller;
    }

    /** Every row or none; a refusal answers 422 with the rows at fault. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<ImportResult>> vehicles(
            @RestForm("file") @Nullable FileUpload file, @QueryParam("dryRun") @DefaultValue("false") String dryRun) {
        if (file == null) {
            throw Problem.missing("file").asException();
        }
        boolean dry = parsed(dryRun);
        return (dry
                        ? ledgers.checkVehicles(caller.scope(), file.uploadedFile())
                        : ledgers.importVehicles(caller.scope(), file.uploadedFile()))
                .map(ImportResource::answer);
    }

    @GET
    @Path("template")
    @Produces(XLSX)
    public RestResponse<byte[]> template() {
        return ResponseBuilder.ok(LedgerTemplate.vehicles())
                .header("Content-Disposition", "attachment; filename=\"vehicles.xlsx\"")
                .build();
    }

    private static RestResponse<ImportResult> answer(ImportResult result) {
        boolean refused = result.outcome().equals("REFUSED") && !result.dryRun();
        return ResponseBuilder.ok(result).status(refused ? 422 : 200).build();
    }

    private static boolean parsed(String dryRun) {
        return switch (dryRun) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Fields.bad("dryRun", "应为 true 或 false", "must be true or false");
        };
    }
}
