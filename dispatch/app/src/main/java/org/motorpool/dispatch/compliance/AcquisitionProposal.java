package org.motorpool.dispatch.compliance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An acquisition asked for, every field checked in itself; see {@link AcquisitionForm}.
 *
 * @param approvalDocument document that approves a tier above BASE, null without one
 * @param replacedVehicleId vehicle disposed of by a RENEWAL, null for NEW
 * @param indicatorId indicator it consumes; null is refused by rule
 * @param purchaseTax_fen vehicle purchase tax, fen
 * @param exemptionId exemption from the NEV share it uses up, null without one
 * @param earlyRenewalDocument document that approves an early renewal, null without one
 */
public record AcquisitionProposal(
        UUID unitId,
        String kind,
        String plate,
        String plateColour,
        String vin,
        String category,
        String tier,
        String bodyType,
        String energyType,
        String brand,
        String model,
        int seats,
        long price_fen,
        double displacement_l,
        boolean domestic,
        @Nullable String approvalDocument,
        @Nullable UUID replacedVehicleId,
        @Nullable UUID indicatorId,
        long purchaseTax_fen,
        @Nullable UUID exemptionId,
        @Nullable String earlyRenewalDocument) {

    boolean isRenewal() {
        return replacedVehicleId != null;
    }
}
