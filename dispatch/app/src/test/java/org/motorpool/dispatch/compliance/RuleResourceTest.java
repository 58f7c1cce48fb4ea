package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;

/** Rules of Ningbo 330200, which no other test looks at. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class RuleResourceTest {

    private static final String NINGBO = "fleet-officer-330200";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    Permits permits;

    @Test
    void listsTheRulesOfAPlaceOnADay() {
        List<Map<String, Object>> renewal = Demo.all("requester", "compliance/rules?region=320500&kind=RENEWAL");
        assertThat(renewal.stream().map(rule -> rule.get("jurisdiction"))).containsExactly("100000", "320500");
        assertThat(renewal).allSatisfy(rule -> assertThat(rule).containsEntry("articleVerified", false));
        assertThat(Demo.all("requester", "compliance/rules?region=320500&kind=RENEWAL&day=2020-01-01"))
                .hasSize(1);
    }

    @Test
    void refusesADayBeforeTheFirstRule() {
        Demo.as("requester")
                .get("/api/v1/compliance/rules?day=2017-12-04")
                .then()
                .statusCode(400)
                .body("field", equalTo("day"))
                .body("detail", containsString("2017-12-05"));
    }

    @Test
    void aNewRuleHoldsAtOnceAndChangesNoDecisionMadeBefore() {
        Map<String, Object> form = permits.permitted(bus("浙BD77801", "LGXCE4CB0T2877801"));
        String before = Demo.as(NINGBO)
                .body(form)
                .post("/api/v1/acquisitions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> stricter = limit("YJBZ", "BASE", 15_000_000);
        Integer id = add(NINGBO, stricter).statusCode(201).extract().path("id");

        Map<String, Object> another = permits.permitted(bus("浙BD77802", "LGXCE4CB0T2877802"));
        Demo.as(NINGBO)
                .body(another)
                .post("/api/v1/acquisitions/check")
                .then()
                .statusCode(200)
                .body("violations.rule", hasItem("price-over-limit"))
                .body("violations.clause", hasItem("甬机管〔2026〕9号第三条"));
        Demo.as(NINGBO)
                .get("/api/v1/acquisitions/" + before)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("ACCEPTED"))
                .body("violations.size()", equalTo(0))
                .body("rules", org.hamcrest.Matchers.not(hasItem(id)));

        close(NINGBO, id, TODAY.plusDays(1)).statusCode(200).body("effectiveTo", equalTo(TODAY.plusDays(1) + ""));
        close(NINGBO, id, TODAY.plusDays(9)).statusCode(400).body("field", equalTo("effectiveTo"));
    }

    @Test
    void refusesARowThatOverlapsAnotherNamingIt() {
        Map<String, Object> row = limit("ZFZQ", "BASE", 11_000_000);
        Integer id = add(NINGBO, row).statusCode(201).extract().path("id");
        row.put("effectiveFrom", TODAY.plusDays(10).toString());
        add(NINGBO, row)
                .statusCode(409)
                .body("code", equalTo("rule-overlaps"))
                .body("field", equalTo("effectiveFrom"))
                .body("detail", containsString(id.toString()));
    }

    @Test
    void refusesALowerLevelThatIsLaxer() {
        add(NINGBO, limit("QT", "BASE", 20_000_000))
                .statusCode(409)
                .body("code", equalTo("rule-laxer"))
                .body("field", equalTo("content.priceMax_fen"))
                .body("detail", containsString("100000"));
    }

    @Test
    void letsALowerLevelRelaxWhatTheRuleAboveLetsGo() {
        Map<String, Object> row = row("QUOTA_FORMULA");
        row.put(
                "content",
                Map.of(
                        "code",
                        "COMMUNICATION_AND_EMERGENCY",
                        "categories",
                        List.of("JYTX", "YJBZ"),
                        "staffUpTo",
                        List.of(30),
                        "numbers",
                        List.of(2, 6),
                        "maximum",
                        6,
                        "binding",
                        true));
        add(NINGBO, row).statusCode(201);
        Demo.as(NINGBO)
                .get("/api/v1/quotas/what-if?staff=104&unitId=" + Demo.unitId(NINGBO, "330200"))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].number", equalTo(6));
    }

    @Test
    void letsOnlyTheAuthorityOfTheLevelMakeRules() {
        add("fleet-officer-330203", limit("QT", "SPECIAL_A", 20_000_000)).statusCode(403);
        add("fleet-officer-330000", limit("QT", "SPECIAL_A", 20_000_000)).statusCode(403);
        add("requester", limit("QT", "SPECIAL_A", 20_000_000)).statusCode(403);
        int national = (int) Demo.all("requester", "compliance/rules?kind=RENEWAL&region=310000")
                .getFirst()
                .get("id");
        close(NINGBO, national, TODAY.plusDays(1)).statusCode(403);
        close("supervisor", national, LocalDate.of(2017, 12, 5)).statusCode(400).body("field", equalTo("effectiveTo"));
    }

    @Test
    void namesTheBadField() {
        bad("kind", row -> row.put("kind", "TAX"));
        bad("jurisdiction", row -> row.put("jurisdiction", "宁波"));
        bad("clause", row -> row.put("clause", " "));
        bad("documentNumber", row -> row.remove("documentNumber"));
        bad("effectiveFrom", row -> row.remove("effectiveFrom"));
        bad("effectiveTo", row -> row.put("effectiveTo", TODAY.toString()));
        bad("content.tier", row -> content(row).remove("tier"));
        bad("content.priceMax_fen", row -> content(row).put("priceMax_fen", -1));
        bad("content.bodyTypes", row -> content(row).put("bodyTypes", List.of("TANK")));
        bad("content.displacementMax_l", row -> content(row).put("displacementMax_l", "large"));
    }

    private static void bad(String field, java.util.function.Consumer<Map<String, Object>> mistake) {
        Map<String, Object> row = limit("QT", "SPECIAL_B", 40_000_000);
        mistake.accept(row);
        add(NINGBO, row).statusCode(400).body("field", equalTo(field));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> content(Map<String, Object> row) {
        return (Map<String, Object>) row.get("content");
    }

    private static ValidatableResponse add(String username, Map<String, Object> row) {
        return Demo.as(username).body(row).post("/api/v1/compliance/rules").then();
    }

    private static ValidatableResponse close(String username, int id, LocalDate day) {
        return Demo.as(username)
                .body(Map.of("effectiveTo", day.toString()))
                .post("/api/v1/compliance/rules/" + id + "/close")
                .then();
    }

    private static Map<String, Object> limit(String category, String tier, long price_fen) {
        Map<String, Object> content = new HashMap<>(Map.of("category", category, "tier", tier, "condition", "本市"));
        content.put("bodyTypes", List.of(tier.equals("SPECIAL_B") ? "LARGE_BUS" : "SMALL_BUS"));
        content.put("priceMax_fen", price_fen);
        content.put("displacementMax_l", tier.equals("BASE") ? 1.6 : 3.0);
        content.put("newEnergySedanPriceMax_fen", tier.equals("BASE") ? price_fen : null);
        content.put("approvalRequired", !tier.equals("BASE"));
        Map<String, Object> row = row("EQUIPMENT_LIMIT");
        row.put("content", content);
        return row;
    }

    private static Map<String, Object> row(String kind) {
        Map<String, Object> row = new HashMap<>(Map.of("kind", kind, "jurisdiction", "330200"));
        row.putAll(Map.of("clause", "甬机管〔2026〕9号第三条", "documentNumber", "甬机管〔2026〕9号"));
        row.put("effectiveFrom", TODAY.toString());
        return row;
    }

    private static Map<String, Object> bus(String plate, String vin) {
        Map<String, Object> form = new HashMap<>();
        form.put("unitId", Demo.unitId(NINGBO, "330200"));
        form.putAll(Map.of("kind", "NEW", "plate", plate, "plateColour", "GREEN", "vin", vin, "category", "YJBZ"));
        form.putAll(Map.of("tier", "BASE", "bodyType", "SMALL_BUS", "energyType", "BEV", "brand", "长安", "model", "E"));
        form.putAll(Map.of("seats", 4, "price_fen", 15_980_000, "displacement_l", 0, "domestic", true));
        return form;
    }
}
