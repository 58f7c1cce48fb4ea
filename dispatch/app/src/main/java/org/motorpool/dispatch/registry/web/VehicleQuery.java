package org.motorpool.dispatch.registry.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.registry.VehicleFilter;

/** Query parameters of {@code GET vehicles}. */
class VehicleQuery {
    @QueryParam("limit")
    @DefaultValue("100")
    int limit;

    @QueryParam("cursor")
    @DefaultValue("")
    String cursor = "";

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
        return new VehicleFilter(unitId == null ? null : uuid("unitId", unitId), category, energyType, cursor);
    }

    static UUID uuid(String field, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException malformed) {
            throw Problem.invalid(
                            field,
                            "%s 应为 UUID,收到“%s”".formatted(field, value),
                            "%s must be a UUID, got \"%s\"".formatted(field, value))
                    .asException();
        }
    }
}
