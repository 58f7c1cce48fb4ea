package org.motorpool.dispatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.Garage;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.Callers;

@QuarkusTest
class LedgerResourceTest {

    private static final String IMPORT = "/api/v1/imports/vehicles";

    @Inject
    Organisations organisations;

    @Inject
    Garage garage;

    private Unit unit;

    @BeforeEach
    void aUnit() {
        unit = garage.unit(organisations.pudong());
    }

    @Test
    void importsOnceHoweverOftenItIsSent() {
        garage.quota(unit, "QT", 1);
        Map<Column, Object> first = Ledgers.car(unit.code());
        Map<Column, Object> second = Ledgers.but(Ledgers.car(unit.code()), Column.ODOMETER, 52_000);
        byte[] ledger = Ledgers.of(List.of(first, second));
        send(ledger, "?dryRun=true")
                .statusCode(200)
                .body("outcome", equalTo("CHECKED"))
                .body("added", equalTo(2));
        assertThat(plates()).isEmpty();
        send(ledger, "")
                .statusCode(200)
                .body("outcome", equalTo("IMPORTED"))
                .body("rows", equalTo(2))
                .body("added", equalTo(2))
                .body("errors", hasSize(0));
        assertThat(plates()).containsExactlyInAnyOrder(first.get(Column.PLATE), second.get(Column.PLATE));
        file(first)
                .body("particulars.quotaStatus", equalTo("ON_QUOTA"))
                .body("vehicle.price_fen", equalTo(7_990_050))
                .body("registeredOn", equalTo("2021-05-31"))
                .body("changes.aspect", contains("REGISTRATION"));
        file(second)
                .body("particulars.quotaStatus", equalTo("UNASSESSED"))
                .body("particulars.odometer_km", equalTo(52_000));
        send(ledger, "")
                .statusCode(200)
                .body("outcome", equalTo("IMPORTED"))
                .body("added", equalTo(0))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(2));
        file(first).body("changes.aspect", contains("REGISTRATION"));
    }

    @Test
    void takesTheBatteryOfWhatIsChargedOnly() {
        Map<Column, Object> car = Ledgers.but(Ledgers.car(unit.code()), Column.ENERGY_TYPE, "插电式混合动力");
        car.put(Column.PLATE_COLOUR, "绿");
        car.put(Column.PLATE, "沪AF" + car.get(Column.PLATE).toString().substring(2));
        car.put(Column.ELECTRIC_RANGE, 120);
        car.put(Column.CHARGING_POWER, 40.5);
        send(Ledgers.of(List.of(car)), "").statusCode(200).body("added", equalTo(1));
        file(car)
                .body("particulars.electricRange_km", equalTo(120))
                .body("particulars.chargingPower_kW", equalTo(40.5f));
        Map<Column, Object> petrol = Ledgers.but(Ledgers.car(unit.code()), Column.ELECTRIC_RANGE, 120);
        send(Ledgers.of(List.of(petrol)), "?dryRun=true").body("errors[0].field", equalTo("续航里程（公里）"));
        send(Ledgers.of(List.of(Ledgers.but(car, Column.ELECTRIC_RANGE, 19))), "?dryRun=true")
                .body("errors[0].field", equalTo("续航里程（公里）"));
    }

    @Test
    void correctsWhatALedgerMayCorrect() {
        Map<Column, Object> car = Ledgers.car(unit.code());
        send(Ledgers.of(List.of(car)), "").statusCode(200);
        Map<Column, Object> better = Ledgers.but(Ledgers.but(car, Column.MODEL, "i6"), Column.OWNER, "浦东新区财政局");
        send(Ledgers.of(List.of(better)), "").statusCode(200).body("changed", equalTo(1));
        file(car)
                .body("vehicle.model", equalTo("i6"))
                .body("particulars.ownerName", equalTo("浦东新区财政局"))
                .body("changes.aspect", contains("PARTICULARS", "REGISTRATION"));
        send(Ledgers.of(List.of(Ledgers.but(car, Column.PRICE, 1000))), "")
                .statusCode(422)
                .body("errors.field", contains("不含税价格（元）"));
        send(
                        Ledgers.of(List.of(Ledgers.but(
                                car,
                                Column.UNIT,
                                garage.unit(organisations.pudong()).code()))),
                        "")
                .statusCode(422)
                .body("errors.field", contains("单位编码"));
    }

    @Test
    void writesNothingWhenOneRowIsBrokenAndNamesRowColumnAndField() {
        Map<Column, Object> good = Ledgers.car(unit.code());
        VehicleFile onFile = garage.petrol(unit);
        VehicleFile elsewhere = garage.petrol(garage.unit(organisations.huangpu()));
        List<Map<Column, Object>> rows = List.of(
                good,
                Ledgers.but(Ledgers.car(unit.code()), Column.PLATE, "沪A1"),
                Ledgers.but(Ledgers.car(unit.code()), Column.VIN, good.get(Column.VIN)),
                Ledgers.but(Ledgers.car(unit.code()), Column.UNIT, "NOWHERE"),
                Ledgers.but(Ledgers.car(unit.code()), Column.CATEGORY, "XX"),
                Ledgers.but(Ledgers.car(unit.code()), Column.REGISTERED_ON, "2021-02-30"),
                Ledgers.but(Ledgers.car(unit.code()), Column.REGISTERED_ON, LocalDate.of(2199, 1, 1)),
                Ledgers.but(Ledgers.car(unit.code()), Column.PRICE, -1),
                Ledgers.but(Ledgers.car(unit.code()), Column.ENERGY_TYPE, "蒸汽"),
                Ledgers.but(Ledgers.car(unit.code()), Column.VIN, elsewhere.vin()),
                Ledgers.but(Ledgers.car(unit.code()), Column.PLATE, onFile.plate()),
                Ledgers.but(
                        Ledgers.car(unit.code()),
                        Column.UNIT,
                        organisations.huangpu().code()),
                Ledgers.but(Ledgers.car(unit.code()), Column.SEATS, "四"),
                Ledgers.but(Ledgers.car(unit.code()), Column.PRICE, 0.001));
        send(Ledgers.of(rows), "")
                .statusCode(422)
                .body("outcome", equalTo("REFUSED"))
                .body("errorCount", equalTo(13))
                .body("errors.row", contains(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
                .body(
                        "errors.field",
                        contains(
                                "号牌号码",
                                "车辆识别代号",
                                "单位编码",
                                "车辆类别",
                                "登记日期",
                                "登记日期",
                                "不含税价格（元）",
                                "能源类型",
                                "车辆识别代号",
                                "号牌号码",
                                "单位编码",
                                "载客人数",
                                "不含税价格（元）"))
                .body("errors[0].column", equalTo("A"))
                .body("errors[1].message", equalTo("与第 2 行重复"))
                .body("errors[1].messageEn", equalTo("is in row 2 already"));
        assertThat(plates()).containsExactly(onFile.plate());
    }

    @Test
    void boundsTheAnswerToTenThousandBrokenRows() {
        List<Map<Column, Object>> rows = new ArrayList<>();
        Map<Column, Object> broken = Map.of(Column.PLATE, "x", Column.PRICE, -1);
        for (int i = 0; i < 10_000; i++) {
            rows.add(broken);
        }
        send(Ledgers.of(rows), "")
                .statusCode(422)
                .body("rows", equalTo(10_000))
                .body("errors", hasSize(1000))
                .body("added", equalTo(0));
        assertThat(plates()).isEmpty();
    }

    @Test
    void countsAConfidentialVehicleAndShowsItNowhere() {
        garage.quota(unit, "QT", 2);
        byte[] ledger = Ledgers.of(List.of(Ledgers.but(Ledgers.car(unit.code()), Column.CONFIDENTIAL, "是")));
        send(ledger, "").statusCode(200).body("added", equalTo(1));
        assertThat(plates()).isEmpty();
        officer()
                .get("/api/v1/quotas")
                .then()
                .body("items.find { it.unitId == '%s' }.inUse".formatted(unit.id()), equalTo(1));
        send(ledger, "").statusCode(200).body("unchanged", equalTo(1));
    }

    @Test
    void refusesWhatIsNoLedger() {
        send("PK no zip".getBytes(StandardCharsets.UTF_8), "").statusCode(400).body("field", equalTo("file"));
        send(Ledgers.of(List.of()), "").statusCode(400).body("detail", containsString("没有数据行"));
        send(Ledgers.of(List.of(Ledgers.car(unit.code()))), "?dryRun=maybe")
                .statusCode(400)
                .body("field", equalTo("dryRun"));
        form().multiPart("other", "x").post(IMPORT).then().statusCode(400).body("field", equalTo("file"));
    }

    @Test
    void isForFleetOfficers() {
        RestAssured.given()
                .header("Authorization", "Bearer " + Callers.token(unit, "clerk", "SUPERVISOR"))
                .multiPart("file", "ledger.xlsx", Ledgers.of(List.of(Ledgers.car(unit.code()))))
                .post(IMPORT)
                .then()
                .statusCode(403);
    }

    @Test
    void givesATemplateThatItReads() {
        byte[] template = RestAssured.given()
                .header("Authorization", "Bearer " + Callers.token(unit, "officer", "FLEET_OFFICER"))
                .get(IMPORT + "/template")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("vehicles.xlsx"))
                .extract()
                .asByteArray();
        send(template, "").statusCode(400).body("detail", containsString("没有数据行"));
    }

    private ValidatableResponse send(byte[] ledger, String query) {
        return form().multiPart("file", "台账.xlsx", ledger).post(IMPORT + query).then();
    }

    private RequestSpecification form() {
        return RestAssured.given().header("Authorization", "Bearer " + Callers.token(unit, "officer", "FLEET_OFFICER"));
    }

    private ValidatableResponse file(Map<Column, Object> car) {
        String id = garage.seen("/", "select id from vehicle where vin = ?", car.get(Column.VIN))
                .getFirst();
        return officer().get("/api/v1/vehicles/" + id + "/file").then().statusCode(200);
    }

    private List<Object> plates() {
        return officer()
                .get("/api/v1/vehicles?unitId=" + unit.id())
                .then()
                .extract()
                .path("items.plate");
    }

    private RequestSpecification officer() {
        return Callers.somebody(unit, "officer", "FLEET_OFFICER");
    }
}
