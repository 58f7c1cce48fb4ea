package org.motorpool.dispatch.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A driver 驾驶员 on file.
 *
 * @param licenceClass A1, A2, A3, B1, B2, C1 or C2
 * @param username local account, null without one
 * @param vehicleId vehicle the driver is on duty with, null without one
 */
public record DriverFile(
        UUID id,
        String name,
        String phone,
        String licenceClass,
        UUID unitId,
        String unitPath,
        String unitName,
        @Nullable String username,
        @Nullable UUID vehicleId) {}
