package org.motorpool.dispatch.reporting.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Pages;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.ReportApi.AnnualReport;
import org.motorpool.dispatch.contract.ReportApi.CheckResult;
import org.motorpool.dispatch.contract.ReportApi.Reopening;
import org.motorpool.dispatch.contract.ReportApi.ReportedUnit;
import org.motorpool.dispatch.contract.ReportApi.Rows;
import org.motorpool.dispatch.contract.ReportApi.Submission;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.reporting.ReportField;
import org.motorpool.dispatch.reporting.ReportService;
import org.motorpool.dispatch.reporting.SubmissionService;

@Path("/api/v1/reports")
@RolesAllowed({"FLEET_OFFICER", "SUPERVISOR"})
class AnnualReportResource {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int REASON_MIN = 2;
    private static final int REASON_MAX = 500;

    private final ReportService reports;
    private final SubmissionService submissions;
    private final Caller caller;

    AnnualReportResource(ReportService reports, SubmissionService submissions, Caller caller) {
        this.reports = reports;
        this.submissions = submissions;
        this.caller = caller;
    }

    @GET
    @Path("annual")
    public Uni<AnnualReport> report(@BeanParam ReportQuery query) {
        return reports.get(caller.scope(), query.unit(), query.year);
    }

    @GET
    @Path("annual/fields")
    public Uni<Page<ReportField>> fields() {
        return reports.fields(caller.scope()).map(found -> new Page<>(found, null));
    }

    @GET
    @Path("annual/submissions")
    public Uni<Page<Submission>> submissions(@BeanParam ReportQuery query, @BeanParam PageQuery page) {
        int size = page.size();
        return submissions
                .list(caller.scope(), query.unit(), query.year, page.cursor(), size + 1)
                .map(found -> Pages.of(found, size, Submission::unitCode));
    }

    @GET
    @Path("annual/{code:A[0-9]{2}}/rows")
    public Uni<Rows> rows(@PathParam("code") String code, @BeanParam RowsQuery query, @BeanParam PageQuery page) {
        int size = page.size();
        UUID after = page.cursorId(FIRST);
        return reports.query(caller.scope(), query.question(code))
                .chain(found -> reports.rows(caller.scope(), found, after, size));
    }

    @POST
    @Path("annual/{year:[0-9]+}/check")
    public Uni<CheckResult> check(@PathParam("year") String year, @Nullable ReportedUnit unit) {
        return submissions.check(caller.scope(), unit == null ? null : unit.unitId(), year);
    }

    @POST
    @Path("annual/{year:[0-9]+}/submit")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<AnnualReport> submit(@PathParam("year") String year, @Nullable ReportedUnit unit) {
        return submissions.submit(caller.scope(), unit == null ? null : unit.unitId(), year);
    }

    @POST
    @Path("annual/{year:[0-9]+}/reopen")
    @RolesAllowed("FLEET_OFFICER")
    public Uni<Submission> reopen(@PathParam("year") String year, @Nullable Reopening reopening) {
        if (reopening == null || reopening.unitId() == null) {
            throw Problem.missing("unitId").asException();
        }
        return submissions.reopen(caller.scope(), reopening.unitId(), year, reason(reopening.reason()));
    }

    private static String reason(@Nullable String reason) {
        String given = reason == null ? "" : reason.strip();
        if (given.length() < REASON_MIN || given.length() > REASON_MAX) {
            throw Problem.invalid(
                            "reason",
                            "请填写退回理由，%d 到 %d 个字".formatted(REASON_MIN, REASON_MAX),
                            "give the reason in %d to %d characters".formatted(REASON_MIN, REASON_MAX))
                    .asException();
        }
        return given;
    }
}
