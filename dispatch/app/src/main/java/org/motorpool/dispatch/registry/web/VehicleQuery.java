package org.motorpool.dispatch.registry.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.registry.VehicleFilter;

/** Query parameters of {@code GET vehicles}. */
class VehicleQuery {
    @BeanParam
    PageQuery page = new PageQuery();

    @QueryParam("unitId")
    @Nullable
    String unitId;

    @QueryParam("category")
    @Nullable
    String category;

    @QueryParam("energyType")
    @Nullable
    String energyType;

    VehicleFilter filter() {
        return new VehicleFilter(
                unitId == null ? null : Parameters.uuid("unitId", unitId), category, energyType, page.cursor());
    }
}
