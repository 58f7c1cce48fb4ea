package org.motorpool.dispatch.assignment;

import java.util.Optional;
import org.motorpool.dispatch.assignment.ServingRules.Serving;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.registry.VehicleFile;

/**
 * Whether a vehicle may serve a request: in service, enough seats, a category that serves it, of the right region, lent only if
 * it may be. Without a host region the vehicle is of the requesting unit's province; with one it is of that region. The first
 * rule broken is the answer.
 */
final class Eligibility {

    private static final String ROAD_LAW = "《道路交通安全法》第四十九条";
    private static final String SERVING = "派车规则(serving_rule)";
    private static final String REGION = "跨区域共享：申请须注明车辆所在区域";

    private Eligibility() {}

    static Optional<Violation> check(RequestApi.Request request, VehicleFile vehicle, ServingRules rules) {
        return service(vehicle)
                .or(() -> seats(request, vehicle))
                .or(() -> category(request, vehicle, rules))
                .or(() -> ownUnit(request, vehicle, rules))
                .or(() -> region(request, vehicle));
    }

    /** Of these rules those that a vehicle breaks by belonging where it does. */
    static Optional<Violation> checkLending(RequestApi.Request request, VehicleFile vehicle, ServingRules rules) {
        return ownUnit(request, vehicle, rules).or(() -> region(request, vehicle));
    }

    private static Optional<Violation> service(VehicleFile vehicle) {
        return switch (vehicle.state()) {
            case IDLE, ASSIGNED, ON_TRIP -> Optional.empty();
            case OUT_OF_SERVICE ->
                Optional.of(new Violation(
                        "vehicle-out-of-service",
                        SERVING,
                        "车辆 %s 已停用，请另选车辆".formatted(vehicle.plate()),
                        "vehicle %s is out of service; choose another".formatted(vehicle.plate())));
        };
    }

    private static Optional<Violation> seats(RequestApi.Request request, VehicleFile vehicle) {
        return vehicle.seats() >= request.passengers()
                ? Optional.empty()
                : Optional.of(new Violation(
                        "seats-insufficient",
                        ROAD_LAW,
                        "车辆 %s 可乘 %d 人，申请 %d 人，请另选车辆".formatted(vehicle.plate(), vehicle.seats(), request.passengers()),
                        "vehicle %s takes %d passengers, %d are requested; choose another"
                                .formatted(vehicle.plate(), vehicle.seats(), request.passengers())));
    }

    private static Optional<Violation> category(RequestApi.Request request, VehicleFile vehicle, ServingRules rules) {
        return rules.find(request.category(), vehicle.category()).isPresent()
                ? Optional.empty()
                : Optional.of(new Violation(
                        "category-not-serving",
                        SERVING,
                        "%s 类车辆不能承担 %s 类用车，可派 %s"
                                .formatted(
                                        vehicle.category(), request.category(), rules.categories(request.category())),
                        "a %s vehicle may not serve a request for %s; %s may"
                                .formatted(
                                        vehicle.category(), request.category(), rules.categories(request.category()))));
    }

    private static Optional<Violation> ownUnit(RequestApi.Request request, VehicleFile vehicle, ServingRules rules) {
        boolean lent = !request.unitId().equals(vehicle.unitId());
        boolean ownUnitOnly = rules.find(request.category(), vehicle.category())
                .map(Serving::ownUnitOnly)
                .orElse(false);
        return lent && ownUnitOnly
                ? Optional.of(new Violation(
                        "own-unit-only",
                        SERVING,
                        "%s 类车辆只供本单位使用，不得共享".formatted(vehicle.category()),
                        "a %s vehicle serves its own unit only".formatted(vehicle.category())))
                : Optional.empty();
    }

    private static Optional<Violation> region(RequestApi.Request request, VehicleFile vehicle) {
        String wanted =
                request.hostRegionCode() == null ? RegionCode.province(request.regionCode()) : request.hostRegionCode();
        String demanded = RegionCode.significant(wanted);
        return vehicle.regionCode().startsWith(demanded)
                ? Optional.empty()
                : Optional.of(new Violation(
                        "region-not-serving",
                        REGION,
                        "车辆 %s 属于 %s，申请只接受区域 %s 的车辆".formatted(vehicle.plate(), vehicle.regionCode(), demanded),
                        "vehicle %s is of region %s, the request takes vehicles of region %s only"
                                .formatted(vehicle.plate(), vehicle.regionCode(), demanded)));
    }
}
