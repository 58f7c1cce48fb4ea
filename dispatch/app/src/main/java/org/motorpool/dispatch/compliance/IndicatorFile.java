package org.motorpool.dispatch.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.DisposalApi;
import org.motorpool.dispatch.contract.IndicatorApi;

/**
 * Indicator 指标: permission to add or renew exactly one vehicle.
 *
 * @param status ISSUED, RESERVED, CONSUMED, EXPIRED or RETURNED
 * @param planItemId null for one that the platform issued itself
 */
public record IndicatorFile(
        UUID id,
        String number,
        @Nullable UUID planItemId,
        UUID unitId,
        String unitPath,
        String unitName,
        String regionCode,
        int year,
        Terms terms,
        String status,
        LocalDate validUntil,
        String issuedBy,
        Instant issuedAt,
        @Nullable String reservedBy,
        @Nullable UUID acquisitionId,
        @Nullable String reason) {

    /** What may be acquired with it. */
    public record Terms(
            String category,
            String tier,
            String kind,
            boolean newEnergy,
            String useClass,
            long priceMax_fen,
            @Nullable Double displacementMax_l,
            @Nullable UUID oldVehicleId) {}

    /** As REST shows it. */
    public IndicatorApi.Indicator view() {
        return view(List.of());
    }

    /** As REST shows it when it is issued, with idle vehicles that could serve the unit instead. */
    public IndicatorApi.Indicator view(List<DisposalApi.IdleVehicle> idle) {
        return new IndicatorApi.Indicator(
                id,
                number,
                planItemId,
                unitId,
                unitName,
                year,
                terms.category(),
                terms.tier(),
                terms.kind(),
                terms.newEnergy(),
                terms.useClass(),
                terms.priceMax_fen(),
                terms.displacementMax_l(),
                terms.oldVehicleId(),
                status,
                validUntil,
                issuedBy,
                issuedAt,
                reservedBy,
                acquisitionId,
                reason,
                idle);
    }
}
