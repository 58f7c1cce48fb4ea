package org.motorpool.dispatch.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.trip.FakeTelematics;

/** A month's uses of Shanghai in Hangzhou on one bill: drawn up, disputed by line, confirmed as a whole, settled; over a bad line. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class RegionBillTest {

    private static final String ROOT = "/api/v1/cross-region-bills/";

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Guest guest;

    @Inject
    UnreliablePeer line;

    private Unit pudong;
    private Unit shanghai;
    private Unit hangzhou;
    private UUID agreement;

    @BeforeEach
    void agreedByTheMonth() {
        pudong = organisations.pudong();
        shanghai = organisations.shanghai();
        hangzhou = fleet.hangzhou();
        agreement = guest.agreed("MONTHLY");
    }

    @AfterEach
    void aGoodLine() {
        line.turnBad(false);
    }

    /** Two uses of 12.345 km are 22.22 CNY each. */
    @Test
    void collectsTheUsesOfAMonthOnOneBill() {
        line.turnBad(true);
        String first = billed();
        String second = billed();
        Guest.at(pudong, first).body("confirmBy", nullValue()).body("billId", nullValue());
        Guest.officerActs(pudong, first, "confirm-bill", Map.of("total_fen", 2222))
                .statusCode(409)
                .body("code", equalTo("case-monthly"));
        String key = Ids.next().toString();
        String host = issue(key)
                .statusCode(201)
                .body("bill.number", matchesPattern("KJ-330100-\\d{8}-\\d{4}"))
                .body("bill.status", equalTo("ISSUED"))
                .body("bill.uses", equalTo(2))
                .body("bill.total_fen", equalTo(4444))
                .extract()
                .path("bill.id");
        issue(key).statusCode(201).body("bill.id", equalTo(host));
        issue(Ids.next().toString()).statusCode(409).body("code", equalTo("nothing-to-settle"));
        String home = homeOf(host);
        await().atMost(Guest.PATIENCE).until(() -> read(shanghai, home).getBoolean("bill.complete"));
        disputeALine(home, first);
        act(shanghai, home, "confirm", Map.of("total_fen", 4444))
                .statusCode(409)
                .body("code", equalTo("bill-state"));
        answer(first);
        await().atMost(Guest.PATIENCE).until(() -> read(shanghai, home).getString("bill.status"), "ISSUED"::equals);
        act(shanghai, home, "confirm", Map.of("total_fen", 4444))
                .statusCode(409)
                .body("code", equalTo("bill-differs"));
        act(shanghai, home, "confirm", Map.of("total_fen", 4222))
                .statusCode(200)
                .body("bill.status", equalTo("CONFIRMED"));
        await().atMost(Guest.PATIENCE).until(() -> read(hangzhou, host).getString("bill.status"), "CONFIRMED"::equals);
        act(hangzhou, host, "settle", Map.of("voucherNumber", "记-12"))
                .statusCode(200)
                .body("bill.status", equalTo("SETTLED"));
        Guest.until(pudong, first, "SETTLED");
        Guest.until(pudong, second, "SETTLED");
        assertThat(ledger(shanghai, home)).isEqualTo(ledger(hangzhou, host));
        workbook(shanghai, home);
    }

    private void disputeALine(String home, String service) {
        Map<String, Object> dispute = Map.of("serviceId", service, "position", 1, "reason", "里程不符");
        act(shanghai, home, "disputes", Map.of("serviceId", Ids.next(), "position", 1, "reason", "x"))
                .statusCode(400)
                .body("field", equalTo("serviceId"));
        Guest.officer(shanghai)
                .header("If-Match", "\"99999\"")
                .body(dispute)
                .post(ROOT + home + "/disputes")
                .then()
                .statusCode(412);
        act(shanghai, home, "disputes", dispute).statusCode(200).body("bill.status", equalTo("DISPUTED"));
    }

    private void answer(String service) {
        String host = guest.hostOf(service, hangzhou);
        Guest.until(hangzhou, host, "DISPUTED");
        Guest.officerActs(
                        hangzhou, host, "answer-dispute", Map.of("position", 1, "credit_fen", 222, "resolution", "认可"))
                .statusCode(200);
    }

    @Test
    void isItsPartiesAndTheStepOfEachSide() {
        billed();
        Guest.officer(pudong)
                .body(Map.of(
                        "unitId", hangzhou.id(), "agreementId", agreement, "peerCode", "310000", "month", "2026-01"))
                .post(ROOT)
                .then()
                .statusCode(404);
        Guest.officer(hangzhou)
                .body(Map.of(
                        "unitId", hangzhou.id(), "agreementId", agreement, "peerCode", "310000", "month", "2026-13"))
                .post(ROOT)
                .then()
                .statusCode(400)
                .body("field", equalTo("month"));
        Guest.officer(hangzhou)
                .body(Map.of(
                        "unitId", hangzhou.id(), "agreementId", Ids.next(), "peerCode", "310000", "month", "2026-01"))
                .post(ROOT)
                .then()
                .statusCode(404)
                .body("code", equalTo("agreement-unknown"));
        String host = issue(Ids.next().toString()).statusCode(201).extract().path("bill.id");
        act(hangzhou, host, "confirm", Map.of("total_fen", 2222))
                .statusCode(409)
                .body("code", equalTo("case-role"));
        act(hangzhou, host, "settle", Map.of("voucherNumber", "记-1"))
                .statusCode(409)
                .body("code", equalTo("bill-state"));
        act(hangzhou, host, "settle", Map.of()).statusCode(400).body("field", equalTo("voucherNumber"));
        Guest.officer(fleet.nanjing()).get(ROOT + host).then().statusCode(404).body("code", equalTo("bill-unknown"));
        String home = homeOf(host);
        act(hangzhou, home, "confirm", Map.of("total_fen", 2222)).statusCode(404);
    }

    private String billed() {
        String home = guest.booked(guest.approved("330100"), hangzhou);
        guest.billed(home, hangzhou, fleet.car(hangzhou));
        return home;
    }

    private ValidatableResponse issue(String key) {
        return Guest.officer(hangzhou)
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "unitId",
                        hangzhou.id(),
                        "agreementId",
                        agreement,
                        "peerCode",
                        "310000",
                        "month",
                        YearMonth.from(Days.of(Instant.now().plus(Duration.ofHours(1))))
                                .toString()))
                .post(ROOT)
                .then();
    }

    private String homeOf(String host) {
        String find = "items.find { it.billId == '%s' && it.role == 'HOME' }?.id".formatted(host);
        await().atMost(Guest.PATIENCE).until(() -> listed(find) != null);
        return listed(find);
    }

    private String listed(String find) {
        return Guest.officer(shanghai).get(ROOT + "?limit=1000").jsonPath().getString(find);
    }

    private static ValidatableResponse act(Unit unit, String id, String act, Object body) {
        return Guest.officer(unit).body(body).post(ROOT + id + "/" + act).then();
    }

    private static JsonPath read(Unit unit, String id) {
        return Guest.officer(unit)
                .get(ROOT + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** What a bill comes to line by line, whatever its side calls its uses. */
    private static List<?> ledger(Unit unit, String id) {
        JsonPath bill = read(unit, id);
        assertThat(bill.getList("uses.lines.flatten().amount_fen", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(bill.getInt("bill.total_fen"));
        return bill.getList("uses.collect { [it.caseId, it.bill_fen, it.lines] }");
    }

    private static void workbook(Unit unit, String id) {
        byte[] xlsx = Guest.officer(unit)
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(ROOT + id + "/workbook")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(xlsx).startsWith('P', 'K');
    }
}
