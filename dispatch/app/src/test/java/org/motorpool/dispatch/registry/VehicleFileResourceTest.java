package org.motorpool.dispatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;

@QuarkusTest
class VehicleFileResourceTest {

    @Inject
    Organisations organisations;

    @Inject
    Garage garage;

    private Unit unit;
    private VehicleFile car;

    @BeforeEach
    void aCar() {
        unit = garage.unit(organisations.pudong());
        car = garage.petrol(unit);
    }

    @Test
    void holdsEverythingInOneAnswer() {
        LocalDate insured = Days.today(Clock.systemUTC()).withDayOfYear(1);
        put("marking", Map.of("markedOn", "2025-06-10")).statusCode(200);
        post("insurance", policy("COMPULSORY", insured + "", insured.plusYears(1) + ""))
                .statusCode(201);
        post(
                        "inspections",
                        Map.of("inspectedOn", "2026-06-01", "station", "一站", "passed", true, "validTo", "2027-06-01"))
                .statusCode(201);
        post("cards", card("FUEL", "F" + car.plate())).statusCode(201);
        get("file")
                .statusCode(200)
                .body("vehicle.plate", equalTo(car.plate()))
                .body("registeredOn", equalTo("2025-06-02"))
                .body("particulars.tier", equalTo("BASE"))
                .body("marking.markedOn", equalTo("2025-06-10"))
                .body("duties.find { it.kind == 'MARKING' }.dueOn", equalTo("2025-06-16"))
                .body("duties.find { it.kind == 'MARKING' }.state", equalTo("DONE"))
                .body("duties.find { it.kind == 'TERMINAL' }.state", equalTo("OVERDUE"))
                .body("terminal", nullValue())
                .body("insurance.state", contains("CURRENT"))
                .body("inspections.station", contains("一站"))
                .body("cards.kind", contains("FUEL"))
                .body("photos", hasSize(0))
                .body("changes.aspect", hasItems("REGISTRATION"))
                .body("costs.total_fen", equalTo(0));
    }

    @Test
    void keepsEveryChangeOfStateWithWhoAndWhy() {
        for (String state : new String[] {"OUT_OF_SERVICE", "IDLE"}) {
            officer()
                    .body(Map.of("state", state, "reason", "送修" + state))
                    .patch("/api/v1/vehicles/" + car.id())
                    .then()
                    .statusCode(200);
        }
        get("history")
                .statusCode(200)
                .body("items.aspect", contains("STATE", "STATE", "REGISTRATION"))
                .body("items[0].from", equalTo("OUT_OF_SERVICE"))
                .body("items[0].to", equalTo("IDLE"))
                .body("items[0].reason", equalTo("送修IDLE"))
                .body("items[0].by", equalTo("officer"));
        get("history?limit=1").body("items", hasSize(1)).body("next", org.hamcrest.Matchers.notNullValue());
    }

    @Test
    void refusesAPolicyThatOverlapsAnotherOfItsKind() {
        post("insurance", policy("COMPULSORY", "2026-01-01", "2027-01-01")).statusCode(201);
        post("insurance", policy("COMPULSORY", "2026-12-31", "2027-12-31"))
                .statusCode(409)
                .body("code", equalTo("insurance-overlaps"))
                .body("field", equalTo("validFrom"));
        post("insurance", policy("COMPULSORY", "2027-01-01", "2028-01-01")).statusCode(201);
        post("insurance", policy("COMMERCIAL", "2026-12-31", "2027-12-31")).statusCode(201);
        get("insurance").body("items", hasSize(3));
    }

    @ParameterizedTest
    @CsvSource({
        "premium_fen, -1",
        "kind, HULL",
        "insurer, ' '",
        "validTo, 2026-01-01",
        "validTo, 2099-01-01",
        "validFrom, 2001-01-01"
    })
    void namesTheBadFieldOfAPolicy(String field, String value) {
        Map<String, Object> form = policy("COMPULSORY", "2026-01-01", "2027-01-01");
        form.put(field, value);
        post("insurance", form).statusCode(400).body("field", equalTo(field));
    }

    @Test
    void refusesAnInspectionThatFailedAndIsValid() {
        post(
                        "inspections",
                        Map.of("inspectedOn", "2026-06-01", "station", "一站", "passed", false, "validTo", "2027-06-01"))
                .statusCode(400)
                .body("field", equalTo("validTo"));
        post("inspections", Map.of("inspectedOn", "2200-06-01", "station", "一站", "passed", false))
                .statusCode(400)
                .body("field", equalTo("inspectedOn"));
    }

    @Test
    void givesAVehicleOneCardAndACardOneVehicle() {
        String number = "F1-" + car.plate();
        String id =
                post("cards", card("FUEL", number)).statusCode(201).extract().path("id");
        post("cards", card("FUEL", "F2-" + car.plate())).statusCode(409).body("code", equalTo("card-in-use"));
        VehicleFile other = garage.petrol(unit);
        officer()
                .body(card("FUEL", number))
                .post("/api/v1/vehicles/" + other.id() + "/cards")
                .then()
                .statusCode(409)
                .body("code", equalTo("card-taken"));
        officer()
                .delete("/api/v1/vehicles/" + other.id() + "/cards/" + id)
                .then()
                .statusCode(404);
        officer().delete("/api/v1/vehicles/" + car.id() + "/cards/" + id).then().statusCode(200);
        officer().delete("/api/v1/vehicles/" + car.id() + "/cards/" + id).then().statusCode(404);
        post("cards", card("FUEL", "F2-" + car.plate())).statusCode(201);
        get("cards").body("items", hasSize(2));
        get("file").body("cards.number", contains("F2-" + car.plate()));
    }

    @Test
    void givesNoChargingCardToAPetrolCar() {
        post("cards", card("CHARGING", "C" + car.plate())).statusCode(400).body("field", equalTo("kind"));
    }

    @Test
    void wantsADayOrAReasonForTheMarking() {
        put("marking", Map.of()).statusCode(400).body("field", equalTo("markedOn"));
        put("marking", Map.of("markedOn", "2025-06-01")).statusCode(400).body("field", equalTo("markedOn"));
        put("marking", Map.of("exemptReason", "国家安全工作用车")).statusCode(200);
        get("file").body("duties.find { it.kind == 'MARKING' }.state", equalTo("EXEMPT"));
    }

    @Test
    void completesTheParticularsAndLetsTheOdometerOnlyGoForward() {
        put("particulars", Map.of("ownerName", "浦东新区", "odometer_km", 1000, "fuel", "GASOLINE_92", "tank_l", 50))
                .statusCode(200)
                .body("tier", equalTo("BASE"));
        get("file")
                .body("particulars.ownerName", equalTo("浦东新区"))
                .body("particulars.odometer_km", equalTo(1000))
                .body("changes[0].aspect", equalTo("PARTICULARS"));
        put("particulars", Map.of("odometer_km", 999)).statusCode(400).body("field", equalTo("odometer_km"));
        put("particulars", Map.of("tank_l", -1)).statusCode(400).body("field", equalTo("tank_l"));
        put("particulars", Map.of("fuel", "WATER")).statusCode(400).body("field", equalTo("fuel"));
    }

    @Test
    void keepsTheBatteryOfWhatIsCharged() {
        VehicleFile electric = garage.battery(unit);
        String path = "/api/v1/vehicles/" + electric.id() + "/";
        officer()
                .body(Map.of("electricRange_km", 420, "chargingPower_kW", 60.5, "nominal_kWh_per_100km", 12))
                .put(path + "particulars")
                .then()
                .statusCode(200)
                .body("electricRange_km", equalTo(420))
                .body("chargingPower_kW", equalTo(60.5f));
        officer()
                .get(path + "file")
                .then()
                .body("particulars.electricRange_km", equalTo(420))
                .body(
                        "changes[0].to",
                        equalTo("nominal_kWh_per_100km=12.0, electricRange_km=420, chargingPower_kW=60.5"));
        Map<String, Number[]> wrong =
                Map.of("electricRange_km", new Number[] {19, 1501}, "chargingPower_kW", new Number[] {0.5, 601});
        wrong.forEach((field, values) -> {
            for (Number value : values) {
                Map<String, Object> form = Map.of(field, value);
                officer()
                        .body(form)
                        .put(path + "particulars")
                        .then()
                        .statusCode(400)
                        .body("field", equalTo(field));
            }
        });
        for (String field : new String[] {"electricRange_km", "chargingPower_kW"}) {
            put("particulars", Map.of(field, 100)).statusCode(400).body("field", equalTo(field));
        }
    }

    @Test
    void keepsPhotosThatAreImages() {
        byte[] image = Images.of("jpeg", 40, 30);
        String id = photo("FRONT", image)
                .statusCode(201)
                .body("mediaType", equalTo("image/jpeg"))
                .body("bytes", equalTo(image.length))
                .extract()
                .path("id");
        get("photos").body("items.subject", contains("FRONT")).body("items[0].width_px", equalTo(40));
        byte[] read = officer()
                .accept("*/*")
                .get("/api/v1/vehicles/" + car.id() + "/photos/" + id)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        assertThat(read).isEqualTo(image);
        photo("FRONT", "no image".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .statusCode(400)
                .body("field", equalTo("photo"));
        photo("ROOF", image).statusCode(400).body("field", equalTo("subject"));
        officer()
                .delete("/api/v1/vehicles/" + car.id() + "/photos/" + id)
                .then()
                .statusCode(204);
        get("photos").body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "history", "insurance", "inspections", "cards", "photos", "costs"})
    void showsAnotherUnitNothing(String part) {
        stranger().get("/api/v1/vehicles/" + car.id() + "/" + part).then().statusCode(404);
        Callers.requester(unit)
                .get("/api/v1/vehicles/" + car.id() + "/" + part)
                .then()
                .statusCode(403);
    }

    @Test
    void letsAnotherUnitChangeNothing() {
        String path = "/api/v1/vehicles/" + car.id() + "/";
        stranger()
                .body(policy("COMPULSORY", "2026-01-01", "2027-01-01"))
                .post(path + "insurance")
                .then()
                .statusCode(404);
        stranger()
                .body(Map.of("exemptReason", "无"))
                .put(path + "marking")
                .then()
                .statusCode(404);
        stranger()
                .body(Map.of("ownerName", "别人"))
                .put(path + "particulars")
                .then()
                .statusCode(404);
        stranger()
                .body(Map.of("confidential", true, "documentNumber", "1号"))
                .put(path + "confidentiality")
                .then()
                .statusCode(404);
        stranger().delete(path + "photos/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void keepsUnitsApartInTheDatabaseItself() {
        post("insurance", policy("COMPULSORY", "2026-01-01", "2027-01-01")).statusCode(201);
        post("cards", card("ETC", "E" + car.plate())).statusCode(201);
        put("marking", Map.of("markedOn", "2025-06-10")).statusCode(200);
        photo("REAR", Images.of("png", 4, 4)).statusCode(201);
        for (String table :
                new String[] {"vehicle_insurance", "vehicle_card", "vehicle_marking", "vehicle_photo", "vehicle_change"
                }) {
            String query = "select vehicle_id from " + table + " where vehicle_id = ?";
            assertThat(garage.seen(organisations.huangpu().path(), query, car.id()))
                    .isEmpty();
            assertThat(garage.seen(unit.path(), query, car.id())).isNotEmpty();
        }
    }

    private ValidatableResponse get(String part) {
        return officer().get("/api/v1/vehicles/" + car.id() + "/" + part).then();
    }

    private ValidatableResponse post(String part, Object body) {
        return officer()
                .body(body)
                .post("/api/v1/vehicles/" + car.id() + "/" + part)
                .then();
    }

    private ValidatableResponse put(String part, Object body) {
        return officer()
                .body(body)
                .put("/api/v1/vehicles/" + car.id() + "/" + part)
                .then();
    }

    private ValidatableResponse photo(String subject, byte[] content) {
        return officer()
                .contentType("image/jpeg")
                .body(content)
                .post("/api/v1/vehicles/" + car.id() + "/photos?subject=" + subject)
                .then();
    }

    private RequestSpecification officer() {
        return Callers.somebody(unit, "officer", "FLEET_OFFICER").contentType(ContentType.JSON);
    }

    private RequestSpecification stranger() {
        return Callers.somebody(organisations.huangpu(), "stranger", "FLEET_OFFICER");
    }

    private static Map<String, Object> policy(String kind, String from, String to) {
        Map<String, Object> form = new HashMap<>();
        form.putAll(Map.of("kind", kind, "insurer", "人保", "policyNumber", "P1", "premium_fen", 95_000));
        form.putAll(Map.of("validFrom", from, "validTo", to));
        return form;
    }

    private static Map<String, Object> card(String kind, String number) {
        return Map.of("kind", kind, "number", number, "issuer", "中石化", "issuedOn", "2025-07-01");
    }
}
