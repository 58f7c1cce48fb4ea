package org.motorpool.dispatch.trip;

import static org.motorpool.dispatch.Fields.bad;
import static org.motorpool.dispatch.Fields.number;
import static org.motorpool.dispatch.Fields.oneOf;
import static org.motorpool.dispatch.Fields.optionalText;
import static org.motorpool.dispatch.Fields.quantity;
import static org.motorpool.dispatch.Fields.required;
import static org.motorpool.dispatch.Fields.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.ExpenseApi.NewExpense;
import org.motorpool.dispatch.registry.VehicleFile;

/** Reads an expense from outside; the first bad field is a problem that names it. */
final class ExpenseForm {

    private static final Set<String> KINDS = Set.of(
            "FUEL",
            "CHARGING",
            "MAINTENANCE",
            "INSURANCE",
            "TOLL",
            "PARKING",
            "INSPECTION",
            "RENTAL",
            "SAFETY_BONUS",
            "OTHER");
    private static final Set<String> LIQUID = Set.of("GASOLINE_92", "GASOLINE_95", "GASOLINE_98", "DIESEL_0");
    private static final Set<String> GAS = Set.of("CNG", "HYDROGEN");
    private static final Set<String> PLUGGED = Set.of("BEV", "PHEV", "EREV");
    private static final Duration TOLERATED_DIFFERENCE = Duration.ofMinutes(5);
    private static final long AMOUNT_MAX_FEN = 1_000_000_000;
    private static final long ODOMETER_MAX_KM = 2_000_000;
    private static final double QUANTITY_MAX = 5000;

    private ExpenseForm() {}

    /** The same form, every field checked in itself and against the vehicle. */
    static NewExpense read(NewExpense form, VehicleFile vehicle, Instant now) {
        String kind = oneOf("kind", form.kind(), KINDS);
        Measure measure = measure(kind, form, vehicle);
        return new NewExpense(
                vehicle.id(),
                form.orderId(),
                noOrderReason(form),
                kind,
                incurredAt(form.incurredAt(), vehicle, now),
                number("amount_fen", form.amount_fen(), 1, AMOUNT_MAX_FEN),
                measure.quantity(),
                measure.unit(),
                measure.product(),
                text("supplier", form.supplier(), 100),
                required("designated", form.designated()),
                optionalText("invoiceNumber", form.invoiceNumber(), 40),
                form.odometer_km() == null
                        ? null
                        : Long.valueOf(number("odometer_km", form.odometer_km(), 0, ODOMETER_MAX_KM)),
                degrees("latitude", form.latitude(), form.longitude(), 90),
                degrees("longitude", form.longitude(), form.latitude(), 180),
                form.tripId());
    }

    private static @Nullable String noOrderReason(NewExpense form) {
        if (form.orderId() == null && form.tripId() == null) {
            return text("noOrderReason", form.noOrderReason(), 200);
        }
        if (form.noOrderReason() != null) {
            throw bad("noOrderReason", "已填写派车单，不应再填无单事由", "must be absent when an order is given");
        }
        return null;
    }

    private static Instant incurredAt(@Nullable Instant at, VehicleFile vehicle, Instant now) {
        Instant given = required("incurredAt", at);
        if (given.isAfter(now.plus(TOLERATED_DIFFERENCE))) {
            throw bad("incurredAt", "不能晚于当前时间", "must not be in the future");
        }
        if (given.isBefore(Days.start(vehicle.registeredOn()))) {
            throw bad(
                    "incurredAt",
                    "不能早于车辆登记日期 %s".formatted(vehicle.registeredOn()),
                    "must not be before the vehicle's registration on %s".formatted(vehicle.registeredOn()));
        }
        return given;
    }

    /** What was filled up or charged. */
    private record Measure(
            @Nullable Double quantity,
            @Nullable String unit,
            @Nullable String product) {}

    private static Measure measure(String kind, NewExpense form, VehicleFile vehicle) {
        return switch (kind) {
            case "FUEL" -> fuel(form, vehicle);
            case "CHARGING" -> charging(form, vehicle);
            default -> none(form, kind);
        };
    }

    private static Measure fuel(NewExpense form, VehicleFile vehicle) {
        String product = form.product();
        Set<String> possible =
                switch (vehicle.energyType()) {
                    case "BEV" -> throw bad("kind", "纯电动车辆没有燃料费", "a battery vehicle takes no fuel");
                    case "FCEV" -> Set.of("HYDROGEN");
                    default -> LIQUID.contains(String.valueOf(product)) ? LIQUID : Set.of("CNG");
                };
        if (product == null || !possible.contains(product)) {
            throw bad(
                    "product",
                    "应为与车辆能源类型 %s 相符的燃料".formatted(vehicle.energyType()),
                    "must be a fuel that goes with the energy type %s".formatted(vehicle.energyType()));
        }
        return measured(form, GAS.contains(product) ? "kg" : "L", product);
    }

    private static Measure charging(NewExpense form, VehicleFile vehicle) {
        if (!PLUGGED.contains(vehicle.energyType())) {
            throw bad(
                    "kind",
                    "能源类型 %s 的车辆不能充电".formatted(vehicle.energyType()),
                    "a vehicle of energy type %s is not charged".formatted(vehicle.energyType()));
        }
        if (form.product() != null) {
            throw bad("product", "充电费不填燃料", "must be absent for CHARGING");
        }
        return measured(form, "kWh", null);
    }

    private static Measure measured(NewExpense form, String unit, @Nullable String product) {
        if (!unit.equals(form.quantityUnit())) {
            throw bad("quantityUnit", "应为 " + unit, "must be " + unit);
        }
        return new Measure(quantity("quantity", form.quantity(), QUANTITY_MAX), unit, product);
    }

    private static Measure none(NewExpense form, String kind) {
        if (form.quantity() != null || form.quantityUnit() != null || form.product() != null) {
            throw bad("quantity", "仅燃料费和充电费填写数量", "is for FUEL and CHARGING only, not for " + kind);
        }
        return new Measure(null, null, null);
    }

    private static @Nullable Double degrees(String field, @Nullable Double given, @Nullable Double other, double most) {
        if ((given == null) != (other == null)) {
            throw bad(field, "经纬度须同时填写", "latitude and longitude belong together");
        }
        if (given != null && !(Math.abs(given) <= most)) {
            throw bad(field, "超出范围", "is off the globe");
        }
        return given;
    }
}
