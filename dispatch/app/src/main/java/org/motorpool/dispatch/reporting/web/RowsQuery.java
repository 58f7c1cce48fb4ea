package org.motorpool.dispatch.reporting.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.reporting.RowQuestion;

/** {@code ?year=&unitId=&measure=&by=&key=}: which rows of a figure. */
public class RowsQuery {

    @BeanParam
    ReportQuery report = new ReportQuery();

    @QueryParam("measure")
    @Nullable
    String measure;

    @QueryParam("by")
    @Nullable
    String by;

    @QueryParam("key")
    @Nullable
    String key;

    RowQuestion question(String code) {
        return new RowQuestion(code, measure, report.unit(), report.year, by, key);
    }
}
