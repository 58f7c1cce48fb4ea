package org.motorpool.dispatch.request;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;

/** Rows that requests are judged by, added and ended by the authority of their jurisdiction. */
@QuarkusTest
class RequestRuleResourceTest {

    private static final String ROOT = "/api/v1/requests/rules";

    /** So far ahead that no other test is judged by it. */
    private static final LocalDate LATER = LocalDate.now().plusYears(5);

    @Inject
    Organisations organisations;

    @Test
    void addsARowThatJudgesFromItsFirstDayOn() {
        String code = code();
        String id = add(officer(organisations.shanghai()), purpose(code))
                .statusCode(201)
                .body("content.name", equalTo("防汛值守"))
                .body("articleVerified", equalTo(false))
                .body("recordedBy", equalTo("officer"))
                .extract()
                .path("id");
        list("kind=PURPOSE_CLASS&region=310115")
                .body("items.id", hasItem(id))
                .body("items.kind", everyItem(equalTo("PURPOSE_CLASS")));
        list("kind=PURPOSE_CLASS&region=320500").body("items.id", not(hasItem(id)));
    }

    @Test
    void tellsOfWhatWasShippedToo() {
        list("kind=CATEGORY_PURPOSE&region=310115").body("items.key", hasItem("JYTX"));
        list("kind=EMERGENCY").body("items.content.paper_hours", hasItem(24));
        list("kind=ESTIMATE").body("items.content.cost_fen_per_km", hasItem(180));
    }

    @Test
    void addsEveryKind() {
        RequestSpecification shanghai = officer(organisations.shanghai());
        Map<String, Object> place = Map.of("name", "人民广场", "latitude", 31.23, "longitude", 121.47);
        Map<String, Object> area = new HashMap<>(place);
        area.putAll(Map.of("categories", List.of("QT"), "radius_m", 5000));
        add(shanghai, speaking("ALLOWANCE_AREA", area)).statusCode(201).body("content.radius_m", equalTo(5000f));
        add(
                        officer(organisations.shanghai()),
                        speaking(
                                "RAIL_CORRIDOR",
                                Map.of(
                                        "categories",
                                        List.of("QT"),
                                        "radius_m",
                                        5000,
                                        "min_km",
                                        80,
                                        "stations",
                                        List.of(place, place))))
                .statusCode(201)
                .body("content.stations[1].name", equalTo("人民广场"));
        add(
                        officer(organisations.shanghai()),
                        speaking(
                                "SEALED_PERIOD",
                                Map.of("categories", List.of("YJBZ"), "work_start_h", 9, "work_end_h", 18)))
                .statusCode(201);
        add(
                        officer(organisations.shanghai()),
                        speaking(
                                "CATEGORY_PURPOSE", Map.of("categories", List.of("X"), "purposes", List.of("MEETING"))))
                .statusCode(201)
                .body("severity", equalTo("WARN"));
        single("ESTIMATE", Map.of("roadFactor", 1.3, "cost_fen_per_km", 170, "cost_fen_per_h", 0));
        single("EMERGENCY", Map.of("paper_hours", 12));
    }

    private void single(String kind, Map<String, Object> content) {
        Map<String, Object> rule = rule(kind, null, content);
        rule.put("effectiveFrom", LATER.plusDays(1));
        rule.put("effectiveTo", LATER.plusDays(2));
        add(officer(organisations.shanghai()), rule).statusCode(201);
    }

    @Test
    void endsARowAndNeverProlongsIt() {
        String id = add(officer(organisations.shanghai()), purpose(code()))
                .extract()
                .path("id");
        end(organisations.shanghai(), id, LATER).statusCode(400).body("field", equalTo("effectiveTo"));
        end(organisations.shanghai(), id, LATER.plusDays(9))
                .statusCode(200)
                .body("effectiveTo", equalTo(LATER.plusDays(9).toString()));
        end(organisations.shanghai(), id, LATER.plusDays(10)).statusCode(400).body("field", equalTo("effectiveTo"));
        end(organisations.nation(), id, LATER.plusDays(5)).statusCode(403);
        end(organisations.shanghai(), UUID.randomUUID().toString(), LATER.plusDays(5))
                .statusCode(404)
                .body("code", equalTo("rule-unknown"));
    }

    @Test
    void isKeptByTheAuthorityOfItsJurisdictionAlone() {
        add(officer(organisations.pudong()), purpose(code())).statusCode(403).body("code", equalTo("forbidden"));
        add(officer(organisations.nation()), purpose(code())).statusCode(403);
        add(Callers.dispatcher(organisations.shanghai()), purpose(code())).statusCode(403);
    }

    @Test
    void refusesTwoRowsOfOneTime() {
        Map<String, Object> rule = purpose(code());
        add(officer(organisations.shanghai()), rule).statusCode(201);
        add(officer(organisations.shanghai()), rule).statusCode(409).body("code", equalTo("rule-overlaps"));
    }

    @Test
    void refusesToBeMilderThanTheLevelAbove() {
        Map<String, Object> milder = rule(
                "CATEGORY_PURPOSE", "JYTX", Map.of("categories", List.of("JYTX"), "purposes", List.of("CONFIDENTIAL")));
        milder.put("severity", "INFO");
        add(officer(organisations.shanghai()), milder)
                .statusCode(409)
                .body("code", equalTo("rule-laxer"))
                .body("field", equalTo("severity"));
        add(officer(organisations.shanghai()), rule("EMERGENCY", null, Map.of("paper_hours", 48)))
                .statusCode(409)
                .body("code", equalTo("rule-laxer"));
    }

    @Test
    void addsOncePerKey() {
        Map<String, Object> rule = purpose(code());
        String key = "rule-" + UUID.randomUUID();
        String id = add(officer(organisations.shanghai()).header("Idempotency-Key", key), rule)
                .statusCode(201)
                .extract()
                .path("id");
        add(officer(organisations.shanghai()).header("Idempotency-Key", key), rule)
                .statusCode(201)
                .body("id", equalTo(id));
        add(officer(organisations.shanghai()).header("Idempotency-Key", key), purpose(code()))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void namesWhatIsWrong() {
        wrong("kind", "OTHER", "kind");
        wrong("key", "lower", "key");
        wrong("jurisdiction", "31", "jurisdiction");
        wrong("severity", "WARN", "severity");
        wrong("content", Map.of("name", "x"), "content.nameEn");
        wrong("clause", " ", "clause");
        wrong("effectiveFrom", "2020-01-01", "effectiveFrom");
        wrong("effectiveTo", LATER.toString(), "effectiveTo");
        add(officer(organisations.shanghai()), rule("EMERGENCY", "KEY", Map.of("paper_hours", 12)))
                .statusCode(400)
                .body("field", equalTo("key"));
        add(officer(organisations.shanghai()), rule("EMERGENCY", null, Map.of("paper_hours", 1.5)))
                .statusCode(400)
                .body("field", equalTo("content.paper_hours"));
        add(
                        officer(organisations.shanghai()),
                        speaking(
                                "SEALED_PERIOD",
                                Map.of("categories", List.of("X"), "work_start_h", 18, "work_end_h", 9)))
                .statusCode(400)
                .body("field", equalTo("content.work_end_h"));
    }

    private void wrong(String field, Object value, String named) {
        Map<String, Object> rule = purpose(code());
        rule.put(field, value);
        add(officer(organisations.shanghai()), rule).statusCode(400).body("field", equalTo(named));
    }

    private static Map<String, Object> purpose(String code) {
        return rule("PURPOSE_CLASS", code, Map.of("name", "防汛值守", "nameEn", "flood watch"));
    }

    private static Map<String, Object> speaking(String kind, Map<String, Object> content) {
        Map<String, Object> rule = rule(kind, code(), content);
        rule.put("severity", "WARN");
        return rule;
    }

    private static Map<String, Object> rule(String kind, String key, Map<String, Object> content) {
        Map<String, Object> rule = new HashMap<>();
        rule.put("kind", kind);
        rule.put("key", key);
        rule.put("jurisdiction", "310000");
        rule.put("content", content);
        rule.put("clause", "上海市公务用车使用规定 第八条");
        rule.put("effectiveFrom", LATER.toString());
        return rule;
    }

    /** A code of 21 capitals that nobody else has: each hexadecimal digit is a letter. */
    private static String code() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 20)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('A' + Character.digit(digit, 16))))
                .collect(Collectors.joining("", "T", ""));
    }

    private static RequestSpecification officer(Unit unit) {
        return Callers.somebody(unit, "officer", "FLEET_OFFICER");
    }

    private static ValidatableResponse add(RequestSpecification caller, Map<String, Object> rule) {
        return caller.body(rule).post(ROOT).then();
    }

    private static ValidatableResponse end(Unit unit, String id, LocalDate day) {
        return officer(unit)
                .body(Map.of("effectiveTo", day.toString()))
                .post(ROOT + "/" + id + "/end")
                .then();
    }

    private ValidatableResponse list(String query) {
        return Callers.requester(organisations.pudong())
                .get(ROOT + "?limit=1000&" + query)
                .then()
                .statusCode(200);
    }
}
