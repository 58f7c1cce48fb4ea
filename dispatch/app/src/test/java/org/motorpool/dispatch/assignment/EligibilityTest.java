package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.ServingRules.Serving;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleState;
import org.motorpool.dispatch.request.NewRequests;

class EligibilityTest {

    private static final Unit PUDONG = unit("310115");
    private static final Unit HUANGPU = unit("310101");
    private static final Unit NANJING = unit("320100");
    private static final ServingRules RULES = new ServingRules(List.of(
            new Serving("QT", "QT", false), new Serving("QT", "YJBZ", false), new Serving("JYTX", "JYTX", true)));

    @Test
    void takesAnyVehicleOfTheOwnProvince() {
        assertThat(check(request("QT", null), vehicle(PUDONG, "QT"))).isEmpty();
        assertThat(check(request("QT", null), vehicle(HUANGPU, "QT"))).isEmpty();
    }

    @Test
    void takesNoVehicleOfAnotherProvinceWithoutAHostRegion() {
        assertThat(rule(request("QT", null), vehicle(NANJING, "QT"))).contains("region-not-serving");
    }

    @Test
    void takesVehiclesOfTheHostRegionOnly() {
        assertThat(check(request("QT", "320000"), vehicle(NANJING, "QT"))).isEmpty();
        assertThat(check(request("QT", "320100"), vehicle(NANJING, "QT"))).isEmpty();
        assertThat(rule(request("QT", "320500"), vehicle(NANJING, "QT"))).contains("region-not-serving");
        assertThat(rule(request("QT", "320000"), vehicle(PUDONG, "QT"))).contains("region-not-serving");
    }

    @Test
    void takesCategoriesTheRulesAllow() {
        assertThat(check(request("QT", null), vehicle(PUDONG, "YJBZ"))).isEmpty();
        assertThat(rule(request("QT", null), vehicle(PUDONG, "ZFZQ"))).contains("category-not-serving");
    }

    @Test
    void servesACategoryWithoutARuleByItself() {
        assertThat(check(request("TZZY", null), vehicle(PUDONG, "TZZY"))).isEmpty();
        assertThat(rule(request("TZZY", null), vehicle(PUDONG, "QT"))).contains("category-not-serving");
    }

    @Test
    void neverLendsConfidentialVehicles() {
        assertThat(check(request("JYTX", null), vehicle(PUDONG, "JYTX"))).isEmpty();
        assertThat(rule(request("JYTX", null), vehicle(HUANGPU, "JYTX"))).contains("own-unit-only");
    }

    @Test
    void demandsASeatForEveryPassenger() {
        assertThat(check(request("QT", null), seats(vehicle(PUDONG, "QT"), 2, "SEDAN")))
                .isEmpty();
        assertThat(rule(request("QT", null), seats(vehicle(PUDONG, "QT"), 1, "SEDAN")))
                .contains("seats-insufficient");
    }

    @Test
    void tellsHowFarAVehicleComesFrom() {
        assertThat(Sharing.between(request("QT", null), vehicle(PUDONG, "QT"))).isEqualTo(Sharing.OWN_UNIT);
        assertThat(Sharing.between(request("QT", null), vehicle(HUANGPU, "QT"))).isEqualTo(Sharing.CROSS_DEPARTMENT);
        assertThat(Sharing.between(request("QT", null), vehicle(NANJING, "QT"))).isEqualTo(Sharing.CROSS_REGION);
    }

    @Test
    void demandsALicenceForThePersonsOnBoard() {
        VehicleFile car = vehicle(PUDONG, "QT");
        assertThat(licence(seats(car, 8, "SMALL_BUS"), "C1")).isEmpty();
        assertThat(licence(seats(car, 9, "MEDIUM_BUS"), "C1")).contains("licence-insufficient");
        assertThat(licence(seats(car, 9, "MEDIUM_BUS"), "A3")).contains("licence-insufficient");
        assertThat(licence(seats(car, 9, "MEDIUM_BUS"), "B1")).isEmpty();
        assertThat(licence(seats(car, 18, "MEDIUM_BUS"), "B1")).isEmpty();
        assertThat(licence(seats(car, 19, "MEDIUM_BUS"), "B1")).contains("licence-insufficient");
        assertThat(licence(seats(car, 19, "LARGE_BUS"), "A1")).isEmpty();
    }

    private static Optional<String> licence(VehicleFile vehicle, String licenceClass) {
        DriverFile driver = new DriverFile(
                new UUID(0, 9),
                "王五",
                "13900000000",
                licenceClass,
                vehicle.unitId(),
                vehicle.unitPath(),
                vehicle.unitName(),
                null,
                vehicle.id());
        return LicenceRule.check(vehicle, driver).map(Violation::rule);
    }

    private static Optional<Violation> check(RequestApi.Request request, VehicleFile vehicle) {
        return Eligibility.check(request, vehicle, RULES);
    }

    private static Optional<String> rule(RequestApi.Request request, VehicleFile vehicle) {
        return check(request, vehicle).map(Violation::rule);
    }

    private static Unit unit(String regionCode) {
        return new Unit(
                UUID.nameUUIDFromBytes(regionCode.getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                regionCode,
                "单位" + regionCode,
                "COUNTY",
                regionCode,
                null,
                "/" + regionCode + "/");
    }

    private static RequestApi.Request request(String category, String hostRegionCode) {
        return new RequestApi.Request(
                new UUID(0, 1),
                "YC-310115-20261123-0001",
                "APPROVED",
                PUDONG.id(),
                PUDONG.name(),
                PUDONG.regionCode(),
                hostRegionCode,
                "张三",
                "参加会议",
                category,
                2,
                NewRequests.PICKUP,
                NewRequests.DROPOFF,
                NewRequests.TOMORROW,
                NewRequests.TOMORROW.plus(Duration.ofHours(4)),
                NewRequests.TOMORROW,
                null,
                null,
                null,
                0);
    }

    private static VehicleFile vehicle(Unit unit, String category) {
        VehicleFile car = Fleet.vehicle(unit, 1);
        return file(car, category, car.seats(), car.bodyType());
    }

    private static VehicleFile seats(VehicleFile vehicle, int seats, String bodyType) {
        return file(vehicle, vehicle.category(), seats, bodyType);
    }

    private static VehicleFile file(VehicleFile vehicle, String category, int seats, String bodyType) {
        return new VehicleFile(
                vehicle.id(),
                vehicle.plate(),
                vehicle.plateColour(),
                vehicle.vin(),
                vehicle.unitId(),
                vehicle.unitPath(),
                vehicle.unitName(),
                vehicle.regionCode(),
                category,
                bodyType,
                vehicle.energyType(),
                vehicle.brand(),
                vehicle.model(),
                seats,
                vehicle.price_fen(),
                vehicle.displacement_l(),
                vehicle.home(),
                VehicleState.IDLE,
                LocalDate.of(2025, 6, 1),
                "NEW");
    }
}
