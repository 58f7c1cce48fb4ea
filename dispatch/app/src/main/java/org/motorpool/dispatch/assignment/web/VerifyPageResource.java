package org.motorpool.dispatch.assignment.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.assignment.SlipService;
import org.motorpool.dispatch.assignment.slip.Slip;
import org.motorpool.dispatch.contract.SlipApi;

/** What the QR code of an order opens: whether the paper holds, as a page. */
@Path("/verify/orders/{number}")
@PermitAll
class VerifyPageResource {

    private final SlipService slips;
    private final VerifyLimit limit;

    VerifyPageResource(SlipService slips, VerifyLimit limit) {
        this.slips = slips;
        this.limit = limit;
    }

    @GET
    @Produces("text/html; charset=utf-8")
    public Uni<String> page(
            @PathParam("number") String number,
            @QueryParam("code") @Nullable String code,
            @Context HttpServerRequest request) {
        limit.require(number, request);
        return slips.verify(
                        Fields.text("number", number, VerifyResource.LONGEST),
                        Fields.text("code", code, VerifyResource.LONGEST))
                .map(VerifyPageResource::page)
                .onFailure(ProblemException.class)
                .recoverWithItem(refusal ->
                        html("✗", ((ProblemException) refusal).problem().detail()));
    }

    private static String page(SlipApi.Verification found) {
        return switch (found.state()) {
            case "VALID" -> html("✓ 有效 Valid", shown(found));
            case "ENDED" -> html("已办结 Ended", shown(found));
            case "CANCELLED" -> html("✗ 已取消 Cancelled", shown(found));
            default -> html("✗ 已改派，本单作废 Superseded", found.number());
        };
    }

    private static String shown(SlipApi.Verification found) {
        return "%s<br>%s<br>%s – %s"
                .formatted(found.number(), found.plate(), Slip.time(found.from()), Slip.time(found.to()));
    }

    private static String html(String title, String text) {
        return """
                <!doctype html><html lang="zh-CN"><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>派车单核验</title>
                <body style="font-family:sans-serif;margin:2rem;font-size:1.2rem"><h1>%s</h1><p>%s</p></body></html>
                """.formatted(title, text);
    }
}
