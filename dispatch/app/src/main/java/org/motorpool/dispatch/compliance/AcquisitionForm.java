package org.motorpool.dispatch.compliance;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.ComplianceApi.NewAcquisition;

/** Reads an acquisition from outside: every field is checked in itself; the first bad one is a problem that names it. */
final class AcquisitionForm {

    private static final Set<String> KINDS = Set.of("NEW", "RENEWAL");
    private static final Set<String> BODY_TYPES = Set.of("SEDAN", "SMALL_BUS", "MEDIUM_BUS", "LARGE_BUS");
    private static final Set<String> ELECTRIC_ONLY = Set.of("BEV", "FCEV");
    private static final Set<String> WITH_ENGINE = Set.of("PHEV", "EREV", "HEV", "ICE");

    /** ISO 3779: letters but I, O and Q, and digits. */
    private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,11}");
    private static final long PRICE_MAX_FEN = 1_000_000_000L;
    private static final int SMALL_BUS_SEATS = 8;

    private AcquisitionForm() {}

    static AcquisitionProposal read(NewAcquisition form) {
        String energyType = energyType(form.energyType());
        String bodyType = oneOf("bodyType", form.bodyType(), BODY_TYPES);
        String kind = oneOf("kind", form.kind(), KINDS);
        String plate = text("plate", form.plate(), 8);
        String plateColour = Plates.check(plate, form.plateColour(), energyType);
        return new AcquisitionProposal(
                required("unitId", form.unitId()),
                kind,
                plate,
                plateColour,
                vin(form.vin()),
                code("category", form.category()),
                form.tier() == null ? "BASE" : code("tier", form.tier()),
                bodyType,
                energyType,
                text("brand", form.brand(), 40),
                text("model", form.model(), 60),
                seats(form.seats(), bodyType),
                price(form.price_fen()),
                displacement(form.displacement_l(), energyType),
                required("domestic", form.domestic()),
                form.approvalDocument() == null ? null : text("approvalDocument", form.approvalDocument(), 100),
                replaced(form.replacedVehicleId(), kind));
    }

    private static String energyType(@Nullable String energyType) {
        if (energyType != null && (ELECTRIC_ONLY.contains(energyType) || WITH_ENGINE.contains(energyType))) {
            return energyType;
        }
        throw bad("energyType", "应为 BEV、PHEV、EREV、FCEV、HEV 或 ICE", "must be BEV, PHEV, EREV, FCEV, HEV or ICE");
    }

    private static String vin(@Nullable String vin) {
        if (vin == null || !VIN.matcher(vin).matches()) {
            throw bad("vin", "应为 17 位车辆识别代号（大写字母和数字，不含 I、O、Q）", "must be 17 capitals and digits without I, O and Q");
        }
        return vin;
    }

    private static String code(String field, @Nullable String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw bad(field, "应为 2 至 12 位大写字母代码", "must be a code of 2 to 12 capitals");
        }
        return code;
    }

    private static int seats(@Nullable Integer seats, String bodyType) {
        boolean small = bodyType.equals("SEDAN") || bodyType.equals("SMALL_BUS");
        int max = small ? SMALL_BUS_SEATS : 60;
        if (seats == null || seats < 1 || seats > max) {
            throw bad(
                    "seats",
                    "应在 1 到 %d 之间（不含驾驶员）".formatted(max),
                    "must be 1 to %d, without the driver".formatted(max));
        }
        return seats;
    }

    private static long price(@Nullable Long price_fen) {
        if (price_fen == null || price_fen < 1 || price_fen > PRICE_MAX_FEN) {
            throw bad("price_fen", "应在 1 到 10 亿分之间（单位：分）", "must be 1 to 1,000,000,000 fen");
        }
        return price_fen;
    }

    private static double displacement(@Nullable Double displacement_l, String energyType) {
        boolean engine = WITH_ENGINE.contains(energyType);
        if (displacement_l == null
                || !(displacement_l >= 0 && displacement_l <= 15)
                || engine != (displacement_l > 0)) {
            throw bad(
                    "displacement_l",
                    engine ? "应大于 0 且不超过 15（单位：升）" : "纯电动、燃料电池车辆应为 0",
                    engine ? "must be above 0 and at most 15 litres" : "must be 0 for battery and fuel-cell vehicles");
        }
        return displacement_l;
    }

    private static @Nullable UUID replaced(@Nullable UUID replacedVehicleId, String kind) {
        boolean renewal = kind.equals("RENEWAL");
        if (renewal != (replacedVehicleId != null)) {
            throw bad(
                    "replacedVehicleId",
                    renewal ? "更新(RENEWAL)必须指明被处置的车辆" : "新增(NEW)不能指明被处置的车辆",
                    renewal ? "is required for RENEWAL" : "must be absent for NEW");
        }
        return replacedVehicleId;
    }

    private static String oneOf(String field, @Nullable String value, Set<String> allowed) {
        if (value == null || !allowed.contains(value)) {
            String list = String.join(", ", allowed.stream().sorted().toList());
            throw bad(field, "应为以下之一：" + list, "must be one of " + list);
        }
        return value;
    }

    private static String text(String field, @Nullable String value, int longest) {
        String stripped = Objects.requireNonNullElse(value, "").strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw bad(field, "应为 1 至 %d 个字符".formatted(longest), "must have 1 to %d characters".formatted(longest));
        }
        return stripped;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw bad(field, "为必填项", "is required");
        }
        return value;
    }

    static ProblemException bad(String field, String zh, String en) {
        return Problem.invalid(field, field + " " + zh, field + " " + en).asException();
    }
}
