package org.motorpool.dispatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;

/** 涉密车辆: counted, never shown; on every path that leads to a vehicle. */
@QuarkusTest
class ConfidentialVehicleTest {

    private static final String PERIOD = "?from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z";

    @Inject
    Organisations organisations;

    @Inject
    Garage garage;

    @Inject
    Fleet fleet;

    @Inject
    TerminalService terminals;

    private Unit unit;
    private Fleet.Crew crew;

    @BeforeEach
    void aConfidentialCarThatOnceServed() {
        unit = garage.unit(organisations.pudong());
        crew = fleet.car(unit);
        garage.quota(unit, "QT", 1);
        String order = Workflow.ordered(unit, crew);
        Callers.dispatcher(unit)
                .body(Map.of("reason", "改派"))
                .post("/api/v1/orders/" + order + "/cancel")
                .then()
                .statusCode(200);
        garage.sql(
                "insert into latest_position values (?, now(), 31.2, 121.5, 0, 0, false)",
                crew.vehicle().id());
        conceal(true).then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vehicles",
                "terminals",
                "vehicles/live",
                "orders",
                "requests",
                "trips",
                "expenses",
                "disposals",
                "acquisitions",
                "drivers"
            })
    void isInNoList(String list) {
        String answer = everybody()
                .get("/api/v1/" + list)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(answer).doesNotContain(crew.vehicle().plate(), crew.vehicle().vin());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/file",
                "/history",
                "/insurance",
                "/inspections",
                "/cards",
                "/photos",
                "/costs",
                "/commands",
                "/track" + PERIOD,
                "/media" + PERIOD
            })
    void isUnknownUnderItsId(String part) {
        everybody()
                .get("/api/v1/vehicles/" + crew.vehicle().id() + part)
                .then()
                .statusCode(404)
                .body("code", equalTo("vehicle-unknown"));
    }

    @Test
    void isNeitherDispatchedNorChangedNorDisposedOfHere() {
        Workflow.assign(unit, Workflow.approved(unit), crew)
                .then()
                .statusCode(404)
                .body("code", equalTo("vehicle-unknown"));
        everybody()
                .body(Map.of("state", "OUT_OF_SERVICE"))
                .patch("/api/v1/vehicles/" + crew.vehicle().id())
                .then()
                .statusCode(404);
        everybody()
                .body(Map.of("vehicleId", crew.vehicle().id(), "method", "LOSS", "reason", "丢失"))
                .post("/api/v1/disposals")
                .then()
                .statusCode(404);
        everybody()
                .get("/api/v1/disposals/idle?category=QT&unitId="
                        + organisations.pudong().id())
                .then()
                .statusCode(404);
    }

    @Test
    void isCounted() {
        everybody()
                .get("/api/v1/quotas")
                .then()
                .body("items.find { it.unitId == '%s' }.inUse".formatted(unit.id()), equalTo(1));
    }

    @Test
    void givesUpItsDriverAndItsTerminal() {
        assertThat(garage.seen(
                        "/",
                        "select id from driver where vehicle_id = ?",
                        crew.vehicle().id()))
                .isEmpty();
        assertThat(garage.seen(
                        "/",
                        "select phone from terminal where vehicle_id = ?",
                        crew.vehicle().id()))
                .isEmpty();
    }

    @Test
    void comesBackWithItsPlateOnItsOrders() {
        conceal(false).then().statusCode(204);
        everybody()
                .get("/api/v1/vehicles/" + crew.vehicle().id())
                .then()
                .body("plate", equalTo(crew.vehicle().plate()));
        assertThat(everybody().get("/api/v1/orders").then().extract().asString())
                .contains(crew.vehicle().plate());
    }

    @Test
    void needsADocumentAndAnOfficer() {
        everybody()
                .body(Map.of("confidential", true))
                .put("/api/v1/vehicles/" + crew.vehicle().id() + "/confidentiality")
                .then()
                .statusCode(400)
                .body("field", equalTo("documentNumber"));
        Callers.dispatcher(unit)
                .body(Map.of("confidential", false, "documentNumber", "1号"))
                .put("/api/v1/vehicles/" + crew.vehicle().id() + "/confidentiality")
                .then()
                .statusCode(403);
    }

    @Test
    void isNotConcealedWhileAnOrderHoldsIt() {
        Fleet.Crew busy = fleet.car(unit);
        Workflow.ordered(unit, busy);
        everybody()
                .body(Map.of("confidential", true, "documentNumber", "密〔2026〕2号"))
                .put("/api/v1/vehicles/" + busy.vehicle().id() + "/confidentiality")
                .then()
                .statusCode(409)
                .body("code", equalTo("vehicle-busy"));
    }

    private io.restassured.response.Response conceal(boolean confidential) {
        return everybody()
                .body(Map.of("confidential", confidential, "documentNumber", "密〔2026〕1号"))
                .put("/api/v1/vehicles/" + crew.vehicle().id() + "/confidentiality");
    }

    private RequestSpecification everybody() {
        return Callers.somebody(
                unit,
                "everybody-" + unit.code().toLowerCase(),
                "REQUESTER",
                "APPROVER",
                "DISPATCHER",
                "FLEET_OFFICER",
                "SUPERVISOR");
    }
}
