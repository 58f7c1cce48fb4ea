package org.motorpool.dispatch.supervision.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.SupervisionApi;
import org.motorpool.dispatch.contract.SupervisionApi.NewDetectorRule;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.supervision.DetectorRule;
import org.motorpool.dispatch.supervision.DetectorService;
import org.motorpool.dispatch.supervision.detector.Detector;
import org.motorpool.dispatch.supervision.detector.Detectors;

@Path("/api/v1/compliance/detectors")
@Authenticated
class DetectorResource {

    private final DetectorService detectors;
    private final Caller caller;

    DetectorResource(DetectorService detectors, Caller caller) {
        this.detectors = detectors;
        this.caller = caller;
    }

    @GET
    public Uni<Page<SupervisionApi.DetectorRule>> list(
            @BeanParam PageQuery page, @QueryParam("day") @Nullable String day) {
        int size = page.size();
        return detectors
                .list(caller.scope(), Day.read("day", day), page.cursor(), size + 1)
                .map(found -> Pages.of(
                        found.stream().map(DetectorResource::view).toList(),
                        size,
                        rule -> rule.detector() + rule.jurisdiction()));
    }

    @POST
    @RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
    @ResponseStatus(201)
    public Uni<SupervisionApi.DetectorRule> add(@Nullable NewDetectorRule form) {
        return detectors.add(caller.scope(), form).map(DetectorResource::view);
    }

    private static SupervisionApi.DetectorRule view(DetectorRule rule) {
        return new SupervisionApi.DetectorRule(
                rule.detector(),
                Detectors.find(rule.detector()).map(Detector::name).orElse(rule.detector()),
                rule.jurisdiction(),
                rule.thresholds(),
                rule.severity().name(),
                rule.deadlineDays(),
                rule.enabled(),
                rule.clause(),
                rule.articleVerified(),
                rule.evidence(),
                rule.effectiveFrom(),
                rule.effectiveTo());
    }
}
