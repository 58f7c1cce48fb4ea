package org.motorpool.planner;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.PlannerCommand.Place;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;

/**
 * What must hold for one field of a vehicle or ride that comes from outside, where any field may be missing.
 *
 * @param code stable code of the failure
 * @param value what the field holds, for the message
 * @param chinese the rule, after the field's name
 * @param english the rule, after the field's name
 */
record InputRule<T>(
        String field,
        String code,
        Function<T, @Nullable Object> value,
        Predicate<T> holds,
        String chinese,
        String english) {

    private static final int HIGHEST_PRIORITY = 9;

    static final List<InputRule<Vehicle>> VEHICLE = List.of(
            present("vehicleId", Vehicle::vehicleId),
            present("driverId", Vehicle::driverId),
            present("unitCode", Vehicle::unitCode),
            present("regionCode", Vehicle::regionCode),
            present("category", Vehicle::category),
            place("home", Vehicle::home),
            present("available", Vehicle::available),
            new InputRule<>(
                    "seats", "invalid-seats", Vehicle::seats, v -> v.seats() >= 1, "须不小于 1", "must be 1 or more"),
            new InputRule<>(
                    "cost_fen_per_km",
                    "invalid-cost",
                    Vehicle::cost_fen_per_km,
                    v -> v.cost_fen_per_km() >= 0,
                    "不得为负",
                    "must not be negative"));

    static final List<InputRule<Ride>> RIDE = List.of(
            present("requestId", Ride::requestId),
            present("unitCode", Ride::unitCode),
            present("regionCode", Ride::regionCode),
            place("pickup", Ride::pickup),
            place("dropoff", Ride::dropoff),
            present("period", Ride::period),
            new InputRule<>(
                    "passengers",
                    "invalid-passengers",
                    Ride::passengers,
                    r -> r.passengers() >= 1,
                    "须不小于 1",
                    "must be 1 or more"),
            new InputRule<>(
                    "priority",
                    "invalid-priority",
                    Ride::priority,
                    r -> r.priority() >= 0 && r.priority() <= HIGHEST_PRIORITY,
                    "须为 0 至 9",
                    "must be 0 to 9"));

    private static <T> InputRule<T> present(String field, Function<T, @Nullable Object> value) {
        return new InputRule<>(
                field, "missing-field", value, item -> value.apply(item) != null, "不能缺少", "must be given");
    }

    private static <T> InputRule<T> place(String field, Function<T, @Nullable Place> value) {
        return new InputRule<>(
                field,
                "invalid-place",
                value::apply,
                item -> isOnEarth(value.apply(item)),
                "须为有效的 WGS-84 坐标（纬度 -90 至 90，经度 -180 至 180，且不为 0,0）",
                "must be a WGS-84 place (latitude -90 to 90, longitude -180 to 180, not 0,0)");
    }

    private static boolean isOnEarth(@Nullable Place place) {
        return place != null
                && Math.abs(place.latitude()) <= 90
                && Math.abs(place.longitude()) <= 180
                && (place.latitude() != 0 || place.longitude() != 0);
    }
}
