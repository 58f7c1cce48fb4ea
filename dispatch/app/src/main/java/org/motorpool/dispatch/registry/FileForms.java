package org.motorpool.dispatch.registry;

import static org.motorpool.dispatch.Fields.bad;
import static org.motorpool.dispatch.Fields.day;
import static org.motorpool.dispatch.Fields.number;
import static org.motorpool.dispatch.Fields.oneOf;
import static org.motorpool.dispatch.Fields.optionalText;
import static org.motorpool.dispatch.Fields.quantity;
import static org.motorpool.dispatch.Fields.required;
import static org.motorpool.dispatch.Fields.text;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.VehicleFileApi.Card;
import org.motorpool.dispatch.contract.VehicleFileApi.Inspection;
import org.motorpool.dispatch.contract.VehicleFileApi.Insurance;
import org.motorpool.dispatch.contract.VehicleFileApi.Marking;
import org.motorpool.dispatch.contract.VehicleFileApi.Particulars;

/** Reads what people add to the file of a vehicle; the first bad field is a problem that names it. */
final class FileForms {

    private static final Set<String> FUELS =
            Set.of("GASOLINE_92", "GASOLINE_95", "GASOLINE_98", "DIESEL_0", "CNG", "HYDROGEN");
    private static final Set<String> INSURANCE_KINDS = Set.of("COMPULSORY", "COMMERCIAL");
    private static final Set<String> CARD_KINDS = Set.of("FUEL", "ETC", "CHARGING");
    private static final long PREMIUM_MAX_FEN = 100_000_000;
    private static final long ODOMETER_MAX_KM = 2_000_000;
    private static final int YEARS_AHEAD = 10;
    private static final Set<String> PLUGGED_IN = Set.of("BEV", "PHEV", "EREV");
    private static final long RANGE_MIN_KM = 20;
    private static final long RANGE_MAX_KM = 1500;

    private FileForms() {}

    static Insurance insurance(@Nullable Insurance form, VehicleFile vehicle, LocalDate today) {
        Insurance given = required("kind", form);
        LocalDate from =
                day("validFrom", given.validFrom(), vehicle.registeredOn().minusYears(1), today.plusYears(YEARS_AHEAD));
        return new Insurance(
                Ids.next(),
                oneOf("kind", given.kind(), INSURANCE_KINDS),
                text("insurer", given.insurer(), 100),
                text("policyNumber", given.policyNumber(), 60),
                from,
                day("validTo", given.validTo(), from.plusDays(1), from.plusYears(YEARS_AHEAD)),
                number("premium_fen", given.premium_fen(), 0, PREMIUM_MAX_FEN),
                null);
    }

    static Inspection inspection(@Nullable Inspection form, VehicleFile vehicle, LocalDate today) {
        Inspection given = required("inspectedOn", form);
        LocalDate on = day("inspectedOn", given.inspectedOn(), vehicle.registeredOn(), today);
        boolean passed = required("passed", given.passed());
        if (!passed && given.validTo() != null) {
            throw bad("validTo", "未通过年检不能填写有效期", "must be absent when the vehicle did not pass");
        }
        LocalDate validTo = passed ? day("validTo", given.validTo(), on.plusDays(1), on.plusYears(YEARS_AHEAD)) : null;
        return new Inspection(Ids.next(), on, text("station", given.station(), 100), passed, validTo);
    }

    static Card card(@Nullable Card form, VehicleFile vehicle, LocalDate today) {
        Card given = required("kind", form);
        String kind = oneOf("kind", given.kind(), CARD_KINDS);
        requireUse(kind, vehicle.energyType());
        return new Card(
                Ids.next(),
                kind,
                text("number", given.number(), 40),
                text("issuer", given.issuer(), 100),
                day("issuedOn", given.issuedOn(), LocalDate.of(1990, 1, 1), today),
                null);
    }

    private static void requireUse(String kind, String energyType) {
        boolean plugged = PLUGGED_IN.contains(energyType);
        if (kind.equals("FUEL") && energyType.equals("BEV") || kind.equals("CHARGING") && !plugged) {
            throw bad(
                    "kind",
                    "与车辆能源类型 %s 不符".formatted(energyType),
                    "does not go with the vehicle's energy type %s".formatted(energyType));
        }
    }

    static Marking marking(@Nullable Marking form, VehicleFile vehicle, LocalDate today) {
        Marking given = required("markedOn", form);
        if ((given.markedOn() == null) == (given.exemptReason() == null)) {
            throw bad("markedOn", "与 exemptReason 必须且只能填写一项", "or exemptReason must be given, one of the two");
        }
        return given.markedOn() == null
                ? new Marking(null, text("exemptReason", given.exemptReason(), 200))
                : new Marking(day("markedOn", given.markedOn(), vehicle.registeredOn(), today), null);
    }

    /** What may be corrected; what the rules decided at the acquisition stays. */
    static VehicleParticulars particulars(@Nullable Particulars form, VehicleFile vehicle, LocalDate today) {
        Particulars given = required("ownerName", form);
        VehicleParticulars kept = vehicle.particulars();
        return new VehicleParticulars(
                kept.tier(),
                kept.useClass(),
                kept.confidential(),
                kept.quotaStatus(),
                kept.purchaseTax_fen(),
                optionalText("ownerName", given.ownerName(), 100),
                optionalText("engineNumber", given.engineNumber(), 40),
                given.inUseSince() == null
                        ? null
                        : day("inUseSince", given.inUseSince(), vehicle.registeredOn(), today),
                odometer(given.odometer_km(), kept.odometer_km()),
                optional("tank_l", given.tank_l(), 1000),
                optional("nominal_l_per_100km", given.nominal_l_per_100km(), 100),
                optional("nominal_kWh_per_100km", given.nominal_kWh_per_100km(), 300),
                given.fuel() == null ? null : oneOf("fuel", given.fuel(), FUELS),
                stage(given.emissionStage()),
                range(given.electricRange_km(), vehicle.energyType()),
                power(given.chargingPower_kW(), vehicle.energyType()));
    }

    private static @Nullable Integer range(@Nullable Integer given, String energyType) {
        if (given == null) {
            return null;
        }
        requirePlug("electricRange_km", energyType);
        return (int) number("electricRange_km", given.longValue(), RANGE_MIN_KM, RANGE_MAX_KM);
    }

    private static @Nullable Double power(@Nullable Double given, String energyType) {
        if (given == null) {
            return null;
        }
        requirePlug("chargingPower_kW", energyType);
        return ChargerForms.power("chargingPower_kW", given);
    }

    private static void requirePlug(String field, String energyType) {
        if (!PLUGGED_IN.contains(energyType)) {
            throw bad(
                    field,
                    "只适用于可充电车辆，本车能源类型为 %s".formatted(energyType),
                    "is of vehicles that are charged; this one is %s".formatted(energyType));
        }
    }

    private static @Nullable Long odometer(@Nullable Long given, @Nullable Long kept) {
        return given == null
                ? kept
                : Long.valueOf(number("odometer_km", given, kept == null ? 0 : kept, ODOMETER_MAX_KM));
    }

    private static @Nullable Double optional(String field, @Nullable Double given, double most) {
        return given == null ? null : Double.valueOf(quantity(field, given, most));
    }

    private static @Nullable Integer stage(@Nullable Integer given) {
        return given == null
                ? null
                : Integer.valueOf(Math.toIntExact(number("emissionStage", given.longValue(), 1, 7)));
    }
}
