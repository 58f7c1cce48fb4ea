package org.motorpool.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.supervision.Depots.Depot;

/** A finding from raised to closed or transferred, and who may see it. */
@QuarkusTest
class FindingResourceTest {

    @Inject
    Depots depots;

    @Inject
    Organisations organisations;

    private Depot depot;
    private String id;

    /** A unit without a quota has a finding V01. */
    @BeforeEach
    void finding() {
        depot = depots.depot();
        officer(depot.unit()).post("/api/v1/compliance/findings/run").then().statusCode(200);
        id = officer(depot.unit())
                .get("/api/v1/compliance/findings?detector=V01")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    @Test
    void isExplainedByTheUnitAndClosedFromAbove() {
        step(officer(depot.unit()), "EXPLAIN", "编制调整文件正在办理，附批复", null)
                .statusCode(200)
                .body("status", equalTo("EXPLAINING"))
                .body("explainedBy", equalTo("officer-" + depot.unit().code().toLowerCase()));
        step(officer(organisations.shanghai()), "CLOSE", "已核对批复，情况属实", "JUSTIFIED")
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("outcome", equalTo("JUSTIFIED"))
                .body("reviewedBy", equalTo("officer-t310000"))
                .body("explanation", containsString("批复"));
        step(officer(organisations.shanghai()), "TRANSFER", "改为移送处理", null)
                .statusCode(409)
                .body("code", equalTo("finding-state"));
        supervisor(organisations.nation())
                .get("/api/v1/audit?limit=1000")
                .then()
                .body("items.subject", hasItem("finding " + id))
                .body("items.action", hasItem("finding-CLOSED"));
    }

    @Test
    void isNotReviewedByItsOwnUnit() {
        step(officer(depot.unit()), "EXPLAIN", "编制调整文件正在办理", null).statusCode(200);
        step(officer(depot.unit()), "CLOSE", "自己办结自己的线索", "UNFOUNDED").statusCode(403);
        step(supervisor(depot.unit()), "TRANSFER", "监管员移送纪检部门", null)
                .statusCode(200)
                .body("status", equalTo("TRANSFERRED"));
    }

    @Test
    void waitsForTheUnitsExplanationUntilItIsDue() {
        step(officer(organisations.shanghai()), "CLOSE", "没有说明就办结", "CONFIRMED")
                .statusCode(409)
                .body("code", equalTo("finding-not-explained"));
        officer(depot.unit())
                .get("/api/v1/compliance/findings?overdue=true")
                .then()
                .body("items", empty());
        depots.sql("update finding set due_on = date '2026-01-01' where id = cast(? as uuid)", id);
        officer(depot.unit())
                .get("/api/v1/compliance/findings?overdue=true")
                .then()
                .body("items.id", hasItem(id))
                .body("items[0].overdue", equalTo(true));
        step(officer(organisations.shanghai()), "CLOSE", "逾期未说明，认定属实", "CONFIRMED")
                .statusCode(200);
        officer(depot.unit())
                .get("/api/v1/compliance/findings?overdue=true")
                .then()
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void namesTheBadFieldOfAStep() {
        step(officer(depot.unit()), "EXPLAIN", "短", null).statusCode(400).body("field", equalTo("text"));
        step(officer(depot.unit()), "CLOSE", "情况属实，办结", null).statusCode(400).body("field", equalTo("outcome"));
        step(officer(depot.unit()), "ERASE", "删除这条线索", null).statusCode(400).body("field", equalTo("step"));
    }

    @Test
    void namesTheBadParameterOfTheList() {
        for (String bad : new String[] {"status=OPEN", "detector=V99", "vehicleId=x", "unitId=x", "overdue=maybe"}) {
            officer(depot.unit())
                    .get("/api/v1/compliance/findings?" + bad)
                    .then()
                    .statusCode(400)
                    .body("field", equalTo(bad.substring(0, bad.indexOf('='))));
        }
    }

    @Test
    void isListedByStatusUnitAndPage() {
        RequestSpecification officer = officer(organisations.shanghai());
        officer.get("/api/v1/compliance/findings?limit=1&unitId=" + depot.unit().id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].unitId", equalTo(depot.unit().id().toString()));
        officer(depot.unit())
                .get("/api/v1/compliance/findings?status=CLOSED,TRANSFERRED")
                .then()
                .body("items", empty());
    }

    @Test
    void isUnknownToAnotherUnit() {
        officer(organisations.huangpu())
                .get("/api/v1/compliance/findings/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("finding-unknown"));
        step(officer(organisations.huangpu()), "EXPLAIN", "替别的单位说明", null).statusCode(404);
        officer(organisations.huangpu())
                .get("/api/v1/compliance/findings?limit=1000")
                .then()
                .body("items.id", not(hasItem(id)));
        officer(organisations.huangpu())
                .get("/api/v1/compliance/findings?unitId=" + depot.unit().id())
                .then()
                .statusCode(404);
    }

    @Test
    void isHiddenByPostgresToo() {
        String query = "select id from finding where id = cast(? as uuid)";
        assertThat(depots.find(organisations.huangpu().path(), query, id)).isEmpty();
        assertThat(depots.find(depot.unit().path(), query, id)).containsExactly(id);
    }

    @Test
    void isNotForRequesters() {
        Callers.requester(depot.unit())
                .get("/api/v1/compliance/findings")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse step(RequestSpecification caller, String step, String text, String outcome) {
        Map<String, Object> body = new HashMap<>(Map.of("step", step, "text", text));
        body.put("outcome", outcome);
        return caller.body(body)
                .post("/api/v1/compliance/findings/" + id + "/steps")
                .then();
    }

    private static RequestSpecification officer(Unit unit) {
        return Callers.somebody(unit, "officer-" + unit.code().toLowerCase(), "FLEET_OFFICER");
    }

    private static RequestSpecification supervisor(Unit unit) {
        return Callers.somebody(unit, "supervisor-" + unit.code().toLowerCase(), "SUPERVISOR");
    }
}
