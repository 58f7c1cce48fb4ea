package org.motorpool.dispatch.compliance;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.contract.ComplianceApi.NewAcquisition;

/** Reads an acquisition from outside: every field is checked in itself; the first bad one is a problem that names it. */
final class AcquisitionForm {

    private static final Set<String> BODY_TYPES = Set.of("SEDAN", "SMALL_BUS", "MEDIUM_BUS", "LARGE_BUS");
    private static final Set<String> ELECTRIC_ONLY = Set.of("BEV", "FCEV");
    private static final Set<String> WITH_ENGINE = Set.of("PHEV", "EREV", "HEV", "ICE");

    /** ISO 3779: letters but I, O and Q, and digits. */
    private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

    private static final long PRICE_MAX_FEN = 1_000_000_000L;
    private static final int SMALL_BUS_SEATS = 8;

    private AcquisitionForm() {}

    static AcquisitionProposal read(NewAcquisition form) {
        String energyType = energyType(form.energyType());
        String bodyType = Fields.oneOf("bodyType", form.bodyType(), BODY_TYPES);
        String kind = Fields.oneOf("kind", form.kind(), Codes.KINDS);
        String plate = Fields.text("plate", form.plate(), 8);
        String plateColour = Plates.check(plate, form.plateColour(), energyType);
        return new AcquisitionProposal(
                Fields.required("unitId", form.unitId()),
                kind,
                plate,
                plateColour,
                vin(form.vin()),
                Codes.code("category", form.category()),
                form.tier() == null ? "BASE" : Codes.code("tier", form.tier()),
                bodyType,
                energyType,
                Fields.text("brand", form.brand(), 40),
                Fields.text("model", form.model(), 60),
                seats(form.seats(), bodyType),
                price(form.price_fen()),
                displacement(form.displacement_l(), energyType),
                Fields.required("domestic", form.domestic()),
                Codes.optionalDocument("approvalDocument", form.approvalDocument()),
                replaced(form.replacedVehicleId(), kind),
                form.indicatorId(),
                tax(form.purchaseTax_fen()),
                form.exemptionId(),
                Codes.optionalDocument("earlyRenewalDocument", form.earlyRenewalDocument()));
    }

    private static String energyType(@Nullable String energyType) {
        if (energyType != null && (ELECTRIC_ONLY.contains(energyType) || WITH_ENGINE.contains(energyType))) {
            return energyType;
        }
        throw Fields.bad("energyType", "应为 BEV、PHEV、EREV、FCEV、HEV 或 ICE", "must be BEV, PHEV, EREV, FCEV, HEV or ICE");
    }

    private static String vin(@Nullable String vin) {
        if (vin == null || !VIN.matcher(vin).matches()) {
            throw Fields.bad(
                    "vin", "应为 17 位车辆识别代号（大写字母和数字，不含 I、O、Q）", "must be 17 capitals and digits without I, O and Q");
        }
        return vin;
    }

    private static int seats(@Nullable Integer seats, String bodyType) {
        boolean small = bodyType.equals("SEDAN") || bodyType.equals("SMALL_BUS");
        int max = small ? SMALL_BUS_SEATS : 60;
        if (seats == null || seats < 1 || seats > max) {
            throw Fields.bad(
                    "seats",
                    "应在 1 到 %d 之间（不含驾驶员）".formatted(max),
                    "must be 1 to %d, without the driver".formatted(max));
        }
        return seats;
    }

    private static long price(@Nullable Long price_fen) {
        if (price_fen == null || price_fen < 1 || price_fen > PRICE_MAX_FEN) {
            throw Fields.bad("price_fen", "应在 1 到 10 亿分之间（单位：分）", "must be 1 to 1,000,000,000 fen");
        }
        return price_fen;
    }

    private static long tax(@Nullable Long tax_fen) {
        if (tax_fen != null && (tax_fen < 0 || tax_fen > PRICE_MAX_FEN)) {
            throw Fields.bad("purchaseTax_fen", "应在 0 到 10 亿分之间（单位：分）", "must be 0 to 1,000,000,000 fen");
        }
        return tax_fen == null ? 0 : tax_fen;
    }

    private static double displacement(@Nullable Double displacement_l, String energyType) {
        boolean engine = WITH_ENGINE.contains(energyType);
        if (displacement_l == null
                || !(displacement_l >= 0 && displacement_l <= 15)
                || engine != (displacement_l > 0)) {
            throw Fields.bad(
                    "displacement_l",
                    engine ? "应大于 0 且不超过 15（单位：升）" : "纯电动、燃料电池车辆应为 0",
                    engine ? "must be above 0 and at most 15 litres" : "must be 0 for battery and fuel-cell vehicles");
        }
        return displacement_l;
    }

    private static @Nullable UUID replaced(@Nullable UUID replacedVehicleId, String kind) {
        boolean renewal = kind.equals("RENEWAL");
        if (renewal != (replacedVehicleId != null)) {
            throw Fields.bad(
                    "replacedVehicleId",
                    renewal ? "更新(RENEWAL)必须指明被处置的车辆" : "新增(NEW)不能指明被处置的车辆",
                    renewal ? "is required for RENEWAL" : "must be absent for NEW");
        }
        return replacedVehicleId;
    }
}
