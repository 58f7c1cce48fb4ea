package org.motorpool.dispatch.trip.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.PeriodQuery;
import org.motorpool.dispatch.trip.ExpenseFilter;

/** Query parameters of {@code GET expenses}. */
class ExpenseQuery {
    @BeanParam
    PeriodQuery history = new PeriodQuery();

    @QueryParam("vehicleId")
    @Nullable
    String vehicleId;

    @QueryParam("unitId")
    @Nullable
    String unitId;

    @QueryParam("kind")
    @Nullable
    String kind;

    ExpenseFilter filter(int limit) {
        return new ExpenseFilter(
                id("vehicleId", vehicleId),
                id("unitId", unitId),
                kind,
                history.from(),
                history.to(),
                history.before(),
                limit);
    }

    private static @Nullable UUID id(String field, @Nullable String text) {
        return text == null ? null : Parameters.uuid(field, text);
    }
}
