package org.motorpool.dispatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.ChargerApi.NewCharger;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;

@QuarkusTest
class ChargerResourceTest {

    private static final String CHARGERS = "/api/v1/chargers";
    private static final Place YARD = new Place("机关大院充电桩", 31.2218, 121.5397);

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
    void putsAChargerOnFileCorrectsItAndRetiresIt() {
        String id = id(add(unit, charger(60.0, 2)));
        String tag = officer(unit)
                .get(CHARGERS + "/" + id)
                .then()
                .statusCode(200)
                .body("unitName", equalTo(unit.name()))
                .body("place.name", equalTo(YARD.name()))
                .body("power_kW", equalTo(60.0f))
                .body("sockets", equalTo(2))
                .body("inService", equalTo(true))
                .extract()
                .header("ETag");
        NewCharger broken = new NewCharger(null, YARD, 60.0, 1, false);
        officer(unit)
                .header("If-Match", tag)
                .body(broken)
                .put(CHARGERS + "/" + id)
                .then()
                .statusCode(200)
                .body("sockets", equalTo(1))
                .body("inService", equalTo(false))
                .body("version", equalTo(1));
        officer(unit)
                .header("If-Match", tag)
                .body(broken)
                .put(CHARGERS + "/" + id)
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        retire(unit, id).statusCode(200).body("retiredOn", notNullValue()).body("inService", equalTo(false));
        retire(unit, id).statusCode(409).body("code", equalTo("charger-retired"));
        officer(unit)
                .body(broken)
                .put(CHARGERS + "/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("charger-retired"));
    }

    @Test
    void addsOnceUnderOneKeyAndRetiresOnce() {
        String key = UUID.randomUUID().toString();
        String first = id(officer(unit)
                .header("Idempotency-Key", key)
                .body(charger(60.0, 2))
                .post(CHARGERS)
                .then());
        String again = id(officer(unit)
                .header("Idempotency-Key", key)
                .body(charger(60.0, 2))
                .post(CHARGERS)
                .then());
        assertThat(again).isEqualTo(first);
        officer(unit)
                .header("Idempotency-Key", key)
                .body(charger(7.0, 2))
                .post(CHARGERS)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        String retiring = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            officer(unit)
                    .header("Idempotency-Key", retiring)
                    .post(CHARGERS + "/" + first + "/retire")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(1));
        }
    }

    @Test
    void refusesWhatIsNoCharger() {
        invalid(new NewCharger(null, YARD, 60.0, 2, true), "unitId");
        invalid(new NewCharger(unit.id(), null, 60.0, 2, true), "place");
        invalid(new NewCharger(unit.id(), new Place(" ", 31, 121), 60.0, 2, true), "place.name");
        invalid(new NewCharger(unit.id(), new Place("远", 91, 121), 60.0, 2, true), "place");
        invalid(charger(0.9, 2), "power_kW");
        invalid(charger(601.0, 2), "power_kW");
        invalid(new NewCharger(unit.id(), YARD, null, 2, true), "power_kW");
        invalid(charger(60.0, 0), "sockets");
        invalid(charger(60.0, 101), "sockets");
        String id = id(add(unit, charger(60.0, 2)));
        officer(unit)
                .body(new NewCharger(organisations.pudong().id(), YARD, 60.0, 2, true))
                .put(CHARGERS + "/" + id)
                .then()
                .statusCode(400)
                .body("field", equalTo("unitId"));
    }

    @Test
    void isReadByTheUnitsBelowAndChangedByTheUnitItselfAndThoseAbove() {
        Unit below = garage.unit(unit);
        String id = id(add(unit, charger(60.0, 2)));

        Callers.dispatcher(below).get(CHARGERS + "/" + id).then().statusCode(200);
        Callers.dispatcher(below).get(CHARGERS).then().body("items.id", hasItem(id));
        officer(below)
                .body(charger(7.0, 1))
                .put(CHARGERS + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("charger-unknown"));
        retire(below, id).statusCode(404).body("code", equalTo("charger-unknown"));
        add(below, charger(60.0, 2)).statusCode(404).body("code", equalTo("unit-unknown"));
        retire(organisations.pudong(), id).statusCode(200);
    }

    @Test
    void isUnknownToUnitsBeside() {
        Unit beside = garage.unit(organisations.huangpu());
        String id = id(add(unit, charger(60.0, 2)));

        Callers.dispatcher(beside)
                .get(CHARGERS + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("charger-unknown"));
        Callers.dispatcher(beside).get(CHARGERS + "?limit=1000").then().body("items.id", not(hasItem(id)));
        officer(beside).body(charger(7.0, 1)).put(CHARGERS + "/" + id).then().statusCode(404);
        retire(beside, id).statusCode(404);
        assertThat(garage.seen(beside.path(), "select id from charger where id = ?", UUID.fromString(id)))
                .isEmpty();
        assertThat(garage.seen(unit.path(), "select id from charger where id = ?", UUID.fromString(id)))
                .hasSize(1);
    }

    @Test
    void isWrittenByFleetOfficersAndReadByWhoDispatches() {
        String id = id(add(unit, charger(60.0, 2)));
        Callers.dispatcher(unit).body(charger(60.0, 2)).post(CHARGERS).then().statusCode(403);
        Callers.dispatcher(unit)
                .body(charger(60.0, 2))
                .put(CHARGERS + "/" + id)
                .then()
                .statusCode(403);
        Callers.dispatcher(unit).post(CHARGERS + "/" + id + "/retire").then().statusCode(403);
        Callers.requester(unit).get(CHARGERS).then().statusCode(403);
        Callers.requester(unit).get(CHARGERS + "/" + id).then().statusCode(403);
    }

    @Test
    void pagesThroughTheNewestFirst() {
        add(unit, charger(60.0, 2));
        String latest = id(add(unit, charger(7.0, 1)));
        String next = officer(unit)
                .get(CHARGERS + "?limit=1")
                .then()
                .body("items.id", equalTo(List.of(latest)))
                .extract()
                .path("next");
        officer(unit)
                .queryParam("cursor", next)
                .get(CHARGERS + "?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items.id", not(hasItem(latest)));
    }

    @Test
    void countsItsSocketsInTheAnnualReport() {
        add(unit, charger(60.0, 2));
        String retired = id(add(unit, charger(7.0, 3)));
        String today = "(current_date - 1, current_date + 1) where unit_id = ?";
        assertThat(garage.seen(unit.path(), "select power || sockets from report_charger" + today, unit.id()))
                .containsExactlyInAnyOrder("FAST2", "SLOW3");
        retire(unit, retired);
        assertThat(garage.seen(unit.path(), "select power || sockets from report_charger" + today, unit.id()))
                .containsExactly("FAST2");
    }

    @Test
    void tellsTheAuditTrailWhatItWasAndIs() {
        String id = id(add(unit, charger(60.0, 2)));
        retire(unit, id);
        Callers.somebody(unit, "auditor", "SUPERVISOR")
                .get("/api/v1/audit?limit=1000")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("charger-added"))
                .body(
                        "items.find { it.action == 'charger-retired' && it.subjectId == '%s' }.after".formatted(id),
                        containsString("RETIRED"));
    }

    private void invalid(NewCharger form, String field) {
        add(unit, form).statusCode(400).body("field", equalTo(field));
    }

    private NewCharger charger(double power_kW, int sockets) {
        return new NewCharger(unit.id(), YARD, power_kW, sockets, null);
    }

    private static ValidatableResponse add(Unit by, NewCharger form) {
        return officer(by).body(form).post(CHARGERS).then();
    }

    private static String id(ValidatableResponse added) {
        return added.statusCode(201).extract().path("id");
    }

    private static ValidatableResponse retire(Unit by, String id) {
        return officer(by).body(Map.of()).post(CHARGERS + "/" + id + "/retire").then();
    }

    private static RequestSpecification officer(Unit by) {
        return Callers.somebody(by, "officer", "FLEET_OFFICER");
    }
}
