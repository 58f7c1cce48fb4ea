package org.motorpool.dispatch.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which vehicles a list shows.
 *
 * @param unitId of this very unit, null for all in scope
 * @param category null for all
 * @param energyType null for all
 * @param afterPlate plates after this one, "" for all
 */
public record VehicleFilter(
        @Nullable UUID unitId,
        @Nullable String category,
        @Nullable String energyType,
        String afterPlate) {}
