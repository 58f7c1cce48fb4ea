package org.motorpool.dispatch.reporting.web;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Parameters;

/** {@code ?year=&unitId=}: whose report of which year; without a unit the caller's own. */
public class ReportQuery {

    @QueryParam("year")
    @Nullable
    String year;

    @QueryParam("unitId")
    @Nullable
    String unitId;

    @Nullable
    UUID unit() {
        return unitId == null || unitId.isEmpty() ? null : Parameters.uuid("unitId", unitId);
    }
}
