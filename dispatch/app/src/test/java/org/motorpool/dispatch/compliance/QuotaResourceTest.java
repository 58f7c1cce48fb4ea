package org.motorpool.dispatch.compliance;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;

@QuarkusTest
@TestProfile(DemoProfile.class)
class QuotaResourceTest {

    private static final String OFFICER = "fleet-officer-510000";
    private static final String UNIT = "51070301";

    @Test
    void isFixedByFinanceAndFiledForLawEnforcement() {
        Map<String, Object> form = quota("TZZY", 2, "2026-01-01");
        set(form)
                .statusCode(422)
                .body("violations.rule", equalTo(List.of("quota-authority")))
                .body("violations[0].clause", org.hamcrest.Matchers.containsString("第六条"));
        form.put("approvingBody", "FINANCE");
        set(form).statusCode(422).body("violations.rule", hasItem("quota-authority"));
        form.put("filingNumber", "川机管备〔2026〕4号");
        set(form).statusCode(201).body("approvalMode", equalTo("FILED"));
    }

    @Test
    void keepsEveryNumberWithItsDates() {
        set(quota("YJBZ", 1, "2026-01-01")).statusCode(201);
        set(quota("YJBZ", 3, "2026-06-01")).statusCode(201);
        set(quota("YJBZ", 2, "2026-09-01")).statusCode(201);
        Demo.as(OFFICER)
                .get("/api/v1/quotas/history?category=YJBZ&unitId=" + Demo.unitId(OFFICER, UNIT))
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(2, 3, 1)))
                .body("items[1].effectiveTo", equalTo("2026-09-01"));
        set(quota("YJBZ", 4, "2026-07-01"))
                .statusCode(409)
                .body("code", equalTo("quota-overlaps"))
                .body("field", equalTo("effectiveFrom"));
    }

    @Test
    void answersWhatAUnitWithMoreStaffWouldHave() {
        Demo.as(OFFICER)
                .get("/api/v1/quotas/what-if?staff=104&unitId=" + Demo.unitId(OFFICER, "510703"))
                .then()
                .statusCode(200)
                .body("items[0].number", equalTo(3))
                .body("items[0].articleVerified", equalTo(false));
        Demo.as(OFFICER)
                .get("/api/v1/quotas/what-if?staff=-1&unitId=" + Demo.unitId(OFFICER, UNIT))
                .then()
                .statusCode(400)
                .body("field", equalTo("staff"));
    }

    @Test
    void namesTheBadField() {
        set(quota("QT", -1, "2026-01-01")).statusCode(400).body("field", equalTo("number"));
        set(quota("QT", 1, "2017-12-04")).statusCode(400).body("field", equalTo("effectiveFrom"));
        set(quota("ZZZZ", 1, "2026-01-01")).statusCode(400).body("field", equalTo("category"));
    }

    @Test
    void isNoBusinessOfAnotherProvince() {
        Demo.as("fleet-officer-500000")
                .body(quota("QT", 1, "2026-01-01"))
                .post("/api/v1/quotas")
                .then()
                .statusCode(404)
                .body("code", equalTo("unit-unknown"));
        Demo.as("fleet-officer-500000")
                .get("/api/v1/quotas/history?unitId=" + Demo.unitId(OFFICER, UNIT))
                .then()
                .statusCode(404);
        Demo.as("requester")
                .body(quota("QT", 1, "2026-01-01"))
                .post("/api/v1/quotas")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse set(Map<String, Object> form) {
        return Demo.as(OFFICER).body(form).post("/api/v1/quotas").then();
    }

    private static Map<String, Object> quota(String category, int number, String from) {
        Map<String, Object> form = new HashMap<>(Map.of("category", category, "number", number));
        form.put("unitId", Demo.unitId("fleet-officer", UNIT));
        form.putAll(Map.of("approvingBody", "FLEET_AUTHORITY", "approvedBy", "四川省机关事务管理局"));
        form.putAll(Map.of("documentNumber", "川机管〔2026〕4号", "effectiveFrom", from));
        return form;
    }
}
