package org.motorpool.dispatch.compliance;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The vehicle a renewal replaces.
 *
 * @param inUseSince first day of use, of registration where that is not on file
 * @param odometer_km null where nobody recorded it
 * @param usesQuota whether it still takes a place of the quota
 * @param disposalApproved whether its disposal is approved, or done
 */
public record OldVehicle(
        UUID id,
        String plate,
        UUID unitId,
        String category,
        LocalDate inUseSince,
        @Nullable Long odometer_km,
        boolean usesQuota,
        boolean disposalApproved) {}
