package org.motorpool.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.supervision.Depots.Depot;

/** The calendar and what is planned by it: sealing and its exemptions. */
@QuarkusTest
class SealResourceTest {

    /** A Saturday no notice speaks of yet. */
    private static final String SATURDAY = "2099-10-03";

    @Inject
    Depots depots;

    @Inject
    Organisations organisations;

    private Depot depot;

    @BeforeEach
    void depot() {
        depot = depots.depot();
    }

    @Test
    void sealsAVehicleForTheWindowOfADayOff() {
        plan(officer(depot.unit()), sealed())
                .statusCode(201)
                .body("window", equalTo("周末"))
                .body("from", equalTo("2099-10-02T09:30:00Z"))
                .body("to", equalTo("2099-10-05T00:30:00Z"))
                .body("plate", equalTo(depot.plate()))
                .body("exemption", nullValue());
        plan(officer(depot.unit()), sealed()).statusCode(409).body("code", equalTo("seal-planned"));
    }

    @Test
    void declaresAnExemptionInPlaceOfASeal() {
        String id = plan(officer(depot.unit()), sealed()).extract().path("id");
        officer(depot.unit())
                .body(exempt("DUTY", SATURDAY))
                .put("/api/v1/compliance/seals/" + id)
                .then()
                .statusCode(200)
                .body("exemption", equalTo("DUTY"))
                .body("place", nullValue());
        officer(depot.unit())
                .body(exempt("DUTY", "2099-10-10"))
                .put("/api/v1/compliance/seals/" + id)
                .then()
                .statusCode(400)
                .body("field", equalTo("day"));
        supervisor(organisations.nation())
                .get("/api/v1/audit?limit=1000")
                .then()
                .body("items.action", hasItem("seal-changed"));
    }

    @Test
    void refusesToPlanAWindowThatHasBegun() {
        plan(officer(depot.unit()), exempt("DUTY", "2026-10-03"))
                .statusCode(409)
                .body("code", equalTo("seal-too-late"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "vehicleId,-,vehicleId",
                "day,-,day",
                "day,2099-10-05,day",
                "place,-,place",
                "keyKeeper,-,keyKeeper",
                "exemption,HOLIDAY,exemption",
                "exemption,DUTY,exemptionReason"
            })
    void namesTheBadField(String component, String value, String field) {
        Map<String, Object> form = sealed();
        form.put(component, value);
        plan(officer(depot.unit()), form).statusCode(400).body("field", equalTo(field));
    }

    @Test
    void isUnknownToAnotherUnit() {
        String id = plan(officer(depot.unit()), sealed()).extract().path("id");
        plan(officer(organisations.huangpu()), sealed()).statusCode(404).body("code", equalTo("vehicle-unknown"));
        officer(organisations.huangpu())
                .body(sealed())
                .put("/api/v1/compliance/seals/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("seal-unknown"));
        officer(organisations.huangpu()).get("/api/v1/compliance/seals").then().body("items.id", not(hasItem(id)));
        String query = "select id from seal where id = cast(? as uuid)";
        assertThat(depots.find(organisations.huangpu().path(), query, id)).isEmpty();
        assertThat(depots.find(depot.unit().path(), query, id)).containsExactly(id);
    }

    @Test
    void listsTheWindowsOfNationalDay2026() {
        supervisor(depot.unit())
                .get("/api/v1/compliance/seals/windows?first=2026-10-01&last=2026-10-08")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("国庆节"))
                .body("items[0].from", equalTo("2026-09-30T09:30:00Z"))
                .body("items[0].to", equalTo("2026-10-08T00:30:00Z"));
        supervisor(depot.unit())
                .get("/api/v1/compliance/seals/windows?first=2026-10-01")
                .then()
                .statusCode(400)
                .body("field", equalTo("last"));
    }

    @Test
    void knowsTheCalendarOf2026AsAnnounced() {
        Callers.requester(depot.unit())
                .get("/api/v1/compliance/calendar/2026")
                .then()
                .statusCode(200)
                .body("document", equalTo("国办发明电〔2025〕7号"))
                .body("days.findAll { it.kind == 'HOLIDAY' }", hasSize(33))
                .body("days.findAll { it.kind == 'WORKDAY' }", hasSize(6));
        Callers.requester(depot.unit())
                .get("/api/v1/compliance/calendar/2031")
                .then()
                .body("document", nullValue())
                .body("days", hasSize(0));
    }

    @Test
    void importsAYearAsJsonAndAsCsvInPlaceOfWhatWasThere() {
        calendar(2041, "示例〔2040〕1号", day("2041-10-01", "HOLIDAY"), day("2041-10-05", "WORKDAY"))
                .statusCode(200)
                .body("days", hasSize(2));
        officer(organisations.nation())
                .contentType("text/csv")
                .body("day,kind,name\n2041-10-01,HOLIDAY,国庆节\n2041-10-02,HOLIDAY,国庆节\n2041-10-06,WORKDAY,国庆节调休\n")
                .put("/api/v1/compliance/calendar/2041?document=示例〔2040〕2号")
                .then()
                .statusCode(200)
                .body("document", equalTo("示例〔2040〕2号"))
                .body("days.day", equalTo(List.of("2041-10-01", "2041-10-02", "2041-10-06")));
    }

    @Test
    void writesNothingOfAYearWithABadDay() {
        calendar(2042, "示例〔2041〕1号", day("2042-10-01", "HOLIDAY"), day("2043-10-01", "HOLIDAY"))
                .statusCode(400)
                .body("field", equalTo("days[1]"));
        calendar(2042, "示例〔2041〕1号", day("2042-10-01", "HOLIDAY"), day("2042-10-01", "HOLIDAY"))
                .statusCode(400)
                .body("field", equalTo("days[1]"));
        calendar(2042, "示例〔2041〕1号", day("2042-10-01", "WORKDAY"))
                .statusCode(400)
                .body("detail", containsString("不是周末"));
        calendar(2042, "示例〔2041〕1号", day("2042-10-01", "OFF")).statusCode(400);
        calendar(2042, "", day("2042-10-01", "HOLIDAY")).statusCode(400).body("field", equalTo("document"));
        calendar(2042, "示例〔2041〕1号").statusCode(400).body("field", equalTo("days"));
        officer(organisations.nation())
                .contentType("text/csv")
                .body("2042-10-01,HOLIDAY\n")
                .put("/api/v1/compliance/calendar/2042?document=示例〔2041〕1号")
                .then()
                .statusCode(400)
                .body("field", equalTo("days[0]"));
        Callers.requester(depot.unit())
                .get("/api/v1/compliance/calendar/2042")
                .then()
                .body("days", hasSize(0));
    }

    @Test
    void isImportedOnlyForTheWholeNation() {
        officer(organisations.shanghai())
                .body(Map.of("year", 2043, "document", "示例〔2042〕1号", "days", List.of(day("2043-10-01", "HOLIDAY"))))
                .put("/api/v1/compliance/calendar/2043")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse calendar(int year, String document, Object... days) {
        return officer(organisations.nation())
                .body(Map.of("year", year, "document", document, "days", List.of(days)))
                .put("/api/v1/compliance/calendar/" + year)
                .then();
    }

    private static Map<String, String> day(String day, String kind) {
        return Map.of("day", day, "kind", kind, "name", "国庆节");
    }

    private Map<String, Object> sealed() {
        return new HashMap<>(
                Map.of("vehicleId", depot.vehicleId(), "day", SATURDAY, "place", "机关大院 3 号车位", "keyKeeper", "王管理员"));
    }

    private Map<String, Object> exempt(String kind, String day) {
        return new HashMap<>(
                Map.of("vehicleId", depot.vehicleId(), "day", day, "exemption", kind, "exemptionReason", "节日值班"));
    }

    private static ValidatableResponse plan(RequestSpecification caller, Map<String, Object> form) {
        return caller.body(form).post("/api/v1/compliance/seals").then();
    }

    private static RequestSpecification officer(Unit unit) {
        return Callers.somebody(unit, "officer-" + unit.code().toLowerCase(), "FLEET_OFFICER");
    }

    private static RequestSpecification supervisor(Unit unit) {
        return Callers.somebody(unit, "supervisor-" + unit.code().toLowerCase(), "SUPERVISOR");
    }
}
