package org.motorpool.dispatch.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.Garage;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.Callers;

@QuarkusTest
class ExpenseResourceTest {

    private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

    @Inject
    Organisations organisations;

    @Inject
    Garage garage;

    @Inject
    Fleet fleet;

    private Unit unit;
    private VehicleFile car;

    @BeforeEach
    void aHybrid() {
        unit = garage.unit(organisations.pudong());
        car = garage.hybrid(unit);
    }

    @Test
    void keepsAnExpenseWithTimeAmountVehicleAndReason() {
        post(fuel())
                .statusCode(201)
                .body("plate", equalTo(car.plate()))
                .body("amount_fen", equalTo(30_000))
                .body("quantity", equalTo(40.0f))
                .body("recordedBy", equalTo("officer"))
                .body("source", equalTo("MANUAL"));
        officer()
                .get("/api/v1/expenses?vehicleId=" + car.id() + "&kind=FUEL&from=2020-01-01T00:00:00Z")
                .then()
                .body("items", hasSize(1));
        officer().get("/api/v1/expenses?kind=TOLL&unitId=" + unit.id()).then().body("items", hasSize(0));
    }

    @Test
    void linksAnOrderOfTheVehicleOnly() {
        Fleet.Crew crew = fleet.car(unit);
        String order = Workflow.ordered(unit, crew);
        Map<String, Object> toll = expense("TOLL");
        toll.put("vehicleId", crew.vehicle().id());
        toll.remove("noOrderReason");
        toll.put("orderId", order);
        post(toll).statusCode(201).body("orderId", equalTo(order)).body("noOrderReason", nullValue());
        toll.put("vehicleId", car.id());
        post(toll).statusCode(400).body("field", equalTo("orderId"));
        toll.put("orderId", UUID.randomUUID());
        post(toll).statusCode(404).body("code", equalTo("order-unknown"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "amount_fen, -1, amount_fen",
                "amount_fen, 0, amount_fen",
                "incurredAt, 2099-01-01T00:00:00Z, incurredAt",
                "incurredAt, 2025-06-01T15:59:59Z, incurredAt",
                "noOrderReason, null, noOrderReason",
                "kind, BRIBE, kind",
                "quantityUnit, kWh, quantityUnit",
                "quantity, -3, quantity",
                "quantity, null, quantity",
                "product, null, product",
                "product, HYDROGEN, product",
                "supplier, ' ', supplier",
                "designated, null, designated",
                "odometer_km, -1, odometer_km",
                "latitude, 31.2, latitude"
            })
    void namesTheBadField(String field, String value, String named) {
        Map<String, Object> form = fuel();
        form.put(field, value);
        post(form).statusCode(400).body("field", equalTo(named));
    }

    @Test
    void knowsWhatAVehicleRunsOn() {
        Map<String, Object> litres = charging();
        litres.put("quantityUnit", "L");
        post(litres).statusCode(400).body("field", equalTo("quantityUnit"));
        VehicleFile battery = garage.battery(unit);
        Map<String, Object> fuel = fuel();
        fuel.put("vehicleId", battery.id());
        post(fuel).statusCode(400).body("field", equalTo("kind"));
        VehicleFile petrol = garage.petrol(unit);
        Map<String, Object> charge = charging();
        charge.put("vehicleId", petrol.id());
        post(charge).statusCode(400).body("field", equalTo("kind"));
        Map<String, Object> toll = expense("TOLL");
        toll.put("quantity", 3);
        post(toll).statusCode(400).body("field", equalTo("quantity"));
    }

    @Test
    void accountsForTheSingleVehicle() {
        drove(car, 1000);
        post(fuel()).statusCode(201);
        post(charging()).statusCode(201);
        post(expense("TOLL")).statusCode(201);
        officer()
                .get("/api/v1/vehicles/" + car.id() + "/costs?year=" + YEAR)
                .then()
                .statusCode(200)
                .body("total_fen", equalTo(30_000 + 6_000 + 2_500))
                .body("kinds.kind", containsInAnyOrder("CHARGING", "FUEL", "TOLL"))
                .body("total_km", equalTo(1000))
                .body("perKm_fen", equalTo(39))
                .body("l_per_100km.toDouble()", closeTo(4.0, 1e-9))
                .body("kWh_per_100km.toDouble()", closeTo(6.0, 1e-9));
        officer().get("/api/v1/vehicles/" + car.id() + "/file").then().body("costs.total_km", equalTo(1000));
        officer()
                .get("/api/v1/vehicles/" + car.id() + "/costs?year=2099")
                .then()
                .statusCode(400)
                .body("field", equalTo("year"));
        officer()
                .get("/api/v1/vehicles/" + car.id() + "/costs?year=abc")
                .then()
                .statusCode(400)
                .body("field", equalTo("year"));
    }

    @Test
    void showsAShareThatIsOneOnPaperOnly() {
        drove(car, 1000);
        post(fuel()).statusCode(201);
        VehicleFile idle = garage.hybrid(unit);
        share("UNIT", "")
                .body("items.find { it.key == '%s' }.vehicles".formatted(unit.id()), equalTo(2))
                .body("items.find { it.key == '%s' }.assessed".formatted(unit.id()), equalTo(1))
                .body("items.find { it.key == '%s' }.byRefuelling".formatted(unit.id()), equalTo(1))
                .body("items.find { it.key == '%s' }.share.toDouble()".formatted(unit.id()), closeTo(0.2, 1e-9));
        share("VEHICLE", "&unitId=" + unit.id())
                .body("items.name", containsInAnyOrder(car.plate(), idle.plate()))
                .body("items.find { it.key == '%s' }.share".formatted(idle.id()), nullValue());
        share("PROVINCE", "").body("items.name", contains("上海市")).body("items[0].share", notNullValue());
        officer()
                .get("/api/v1/compliance/electric-share?by=NATION")
                .then()
                .statusCode(400)
                .body("field", equalTo("by"));
        officer()
                .get("/api/v1/compliance/electric-share?year=2099")
                .then()
                .statusCode(400)
                .body("field", equalTo("year"));
        Callers.somebody(organisations.huangpu(), "stranger", "SUPERVISOR")
                .get("/api/v1/compliance/electric-share?by=VEHICLE&unitId=" + unit.id())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void belongsToTheVehiclesUnit() {
        String id = post(fuel()).extract().path("id");
        RequestSpecification stranger = Callers.somebody(organisations.huangpu(), "stranger", "FLEET_OFFICER");
        stranger.body(fuel()).post("/api/v1/expenses").then().statusCode(404).body("code", equalTo("vehicle-unknown"));
        assertThat(Callers.somebody(organisations.huangpu(), "stranger", "FLEET_OFFICER")
                        .get("/api/v1/expenses?limit=1000")
                        .then()
                        .extract()
                        .asString())
                .doesNotContain(id);
        Callers.requester(unit).get("/api/v1/expenses").then().statusCode(403);
        Callers.somebody(unit, "boss", "SUPERVISOR")
                .body(fuel())
                .post("/api/v1/expenses")
                .then()
                .statusCode(403);
        String query = "select id from expense where id = ?";
        assertThat(garage.seen(organisations.huangpu().path(), query, UUID.fromString(id)))
                .isEmpty();
        assertThat(garage.seen(unit.path(), query, UUID.fromString(id))).containsExactly(id);
    }

    @Test
    void saysWhatIsWrongWithLimitAndCursor() {
        officer().get("/api/v1/expenses?limit=0").then().statusCode(400).body("field", equalTo("limit"));
        officer().get("/api/v1/expenses?cursor=x").then().statusCode(400).body("field", equalTo("cursor"));
    }

    /** A closed trip of the year, put there past the drivers. */
    private void drove(VehicleFile vehicle, int km) {
        Fleet.Crew crew = fleet.car(unit);
        String order = Workflow.ordered(unit, crew);
        garage.sql("""
                insert into trip (id, order_id, order_number, request_id, unit_id, unit_path, vehicle_id, vehicle_unit_id,
                    vehicle_unit_path, plate, driver_name, status, departed_at, arrived_at, returned_at, odometer_start_km,
                    odometer_end_km)
                select ?, o.id, o.number, o.request_id, o.request_unit_id, o.request_unit_path, ?, o.vehicle_unit_id,
                    o.vehicle_unit_path, ?, o.driver_name, 'CLOSED', now() - interval '2 minutes', now() - interval '1 minute', now(),
                    100, ? from vehicle_order o where o.id = ?""", Ids.next(), vehicle.id(), vehicle.plate(), 100 + km, UUID.fromString(order));
    }

    private ValidatableResponse share(String by, String more) {
        return officer()
                .get("/api/v1/compliance/electric-share?limit=1000&by=" + by + more)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse post(Map<String, Object> form) {
        return officer().body(form).post("/api/v1/expenses").then();
    }

    private RequestSpecification officer() {
        return Callers.somebody(unit, "officer", "FLEET_OFFICER");
    }

    private Map<String, Object> fuel() {
        Map<String, Object> form = expense("FUEL");
        form.putAll(Map.of("amount_fen", 30_000, "quantity", 40, "quantityUnit", "L", "product", "GASOLINE_92"));
        return form;
    }

    private Map<String, Object> charging() {
        Map<String, Object> form = expense("CHARGING");
        form.putAll(Map.of("amount_fen", 6_000, "quantity", 60, "quantityUnit", "kWh"));
        return form;
    }

    private Map<String, Object> expense(String kind) {
        Map<String, Object> form = new HashMap<>();
        form.putAll(Map.of("vehicleId", car.id(), "noOrderReason", "日常补能", "kind", kind, "amount_fen", 2_500));
        form.putAll(Map.of(
                "supplier",
                "定点站",
                "designated",
                true,
                "incurredAt",
                Instant.now().toString()));
        return form;
    }
}
