package org.motorpool.dispatch.demo;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.OrderApi.Progress;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.trip.FakeTelematics;

/** 长三角 and 成渝 in the demo world, from the request to the voucher, by its accounts. */
@QuarkusTest
@TestProfile(DemoProfile.class)
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class DemoCrossRegionTest {

    private static final String CASES = "/api/v1/cross-region-services/";
    private static final String BILLS = "/api/v1/cross-region-bills/";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @ParameterizedTest
    @CsvSource({"310000,330000,330100", "310000,320000,320500", "310000,340000,340100", "510000,500000,500103"})
    void aTravellerIsDrivenInTheOtherRegionAndTheBillIsSettled(String home, String host, String place) {
        String request = approved(home, place);
        String own = Demo.as("dispatcher-" + home)
                .body(Map.of("requestId", request, "contact", "张三 13900000000"))
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String other = hostOf(home, host, own);
        act("dispatcher-" + host, other, "offer", offer());
        until(home, own, "OFFERED");
        act("dispatcher-" + home, own, "book", Map.of());
        until(home, own, "BOOKED");
        drive(host, at(host, other).getString("requestId"));
        await().atMost(PATIENCE).until(() -> at(home, own).getString("evidence") != null);
        act("requester-" + home, own, "confirm-use", Map.of());
        until(home, own, "BILLED");
        long bill_fen = at(home, own).getLong("bill_fen");
        settleTheMonth(home, host, at(home, own).getString("agreementNumber"), bill_fen);
        until(home, own, "SETTLED");
        Demo.as("fleet-officer-" + home)
                .post(CASES + own + "/reconciliation")
                .then()
                .statusCode(202);
        await().atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(Demo.as("fleet-officer-" + home)
                        .get(CASES + own + "/reconciliation")
                        .path("agrees")));
    }

    /** One bill of the month, whose only use it is. */
    private static void settleTheMonth(String home, String host, String agreement, long total_fen) {
        String agreementId = Demo.all("fleet-officer-" + host, "agreements").stream()
                .filter(each -> each.get("number").equals(agreement))
                .map(each -> (String) each.get("id"))
                .findFirst()
                .orElseThrow();
        String month =
                YearMonth.from(Days.of(Instant.now().plus(Duration.ofHours(1)))).toString();
        String bill = Demo.as("fleet-officer-" + host)
                .body(Map.of(
                        "unitId", Demo.unitId("fleet-officer-" + host, host),
                        "agreementId", agreementId,
                        "peerCode", home,
                        "month", month))
                .post(BILLS)
                .then()
                .statusCode(201)
                .body("bill.total_fen", equalTo((int) total_fen))
                .extract()
                .path("bill.id");
        String find = "items.find { it.billId == '%s' && it.complete }?.id".formatted(bill);
        await().atMost(PATIENCE).until(() -> bills(home).getString(find) != null);
        act(BILLS, "fleet-officer-" + home, bills(home).getString(find), "confirm", Map.of("total_fen", total_fen));
        await().atMost(PATIENCE)
                .until(
                        () -> bills(host).getString("items.find { it.id == '%s' }?.status".formatted(bill)),
                        "CONFIRMED"::equals);
        act(BILLS, "fleet-officer-" + host, bill, "settle", Map.of("voucherNumber", "记-" + host));
    }

    private static JsonPath bills(String unit) {
        return Demo.as("fleet-officer-" + unit)
                .get(BILLS + "?limit=1000")
                .then()
                .extract()
                .jsonPath();
    }

    private static String approved(String home, String place) {
        Instant soon = Instant.now().plus(Duration.ofHours(1));
        NewRequest wanted = new NewRequest(
                UUID.fromString(Demo.unitId("requester-" + home, home)),
                "跨区域调研",
                "QT",
                2,
                new Place("火车站", 30.2, 120.2),
                new Place("会议中心", 30.25, 120.3),
                soon,
                soon.plus(Duration.ofHours(2)),
                place);
        String id = Demo.as("requester-" + home)
                .body(wanted)
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Demo.as("approver-" + home)
                .body(new NewDecision("APPROVE", null))
                .post("/api/v1/requests/" + id + "/decisions")
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        return id;
    }

    private static Map<String, Object> offer() {
        return Map.of(
                "estimate_fen",
                6000,
                "expiresAt",
                Instant.now().plus(Duration.ofMinutes(30)).toString());
    }

    private static String hostOf(String home, String host, String own) {
        String shared = at(home, own).getString("caseId");
        String find = "items.find { it.caseId == '%s' }?.id".formatted(shared);
        await().atMost(PATIENCE).until(() -> list(host).getString(find) != null);
        return list(host).getString(find);
    }

    private static JsonPath list(String host) {
        return Demo.as("dispatcher-" + host)
                .get(CASES + "?limit=1000")
                .then()
                .extract()
                .jsonPath();
    }

    private static void drive(String host, String request) {
        Map<String, Object> driver = driver(host);
        String order = Demo.as("dispatcher-" + host)
                .body(Map.of("requestId", request, "vehicleId", driver.get("vehicleId"), "driverId", driver.get("id")))
                .post("/api/v1/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String username = (String) driver.get("username");
        report(username, order, "ACCEPT", null);
        report(username, order, "DEPART", 500_000L);
        report(username, order, "ARRIVE", null);
        report(username, order, "RETURN", 500_030L);
    }

    /** The driver of a sedan of the host's fleet office for general use. */
    private static Map<String, Object> driver(String host) {
        List<Object> sedans = Demo.all("dispatcher-" + host, "vehicles").stream()
                .filter(vehicle -> vehicle.get("category").equals("QT")
                        && vehicle.get("bodyType").equals("SEDAN"))
                .map(vehicle -> vehicle.get("id"))
                .toList();
        return Demo.all("dispatcher-" + host, "drivers").stream()
                .filter(driver -> sedans.contains(driver.get("vehicleId")))
                .findFirst()
                .orElseThrow();
    }

    private static void report(String username, String order, String step, Long odometer_km) {
        Demo.as(username)
                .body(new Progress(Ids.next(), step, Instant.now(), odometer_km))
                .post("/api/v1/orders/" + order + "/progress")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse act(String username, String id, String act, Map<String, Object> body) {
        return act(CASES, username, id, act, body);
    }

    private static ValidatableResponse act(
            String root, String username, String id, String act, Map<String, Object> body) {
        return Demo.as(username).body(body).post(root + id + "/" + act).then().statusCode(200);
    }

    private static void until(String unit, String id, String status) {
        await(unit + " " + status).atMost(PATIENCE).until(() -> at(unit, id).getString("status"), status::equals);
    }

    private static JsonPath at(String unit, String id) {
        return Demo.as("dispatcher-" + unit)
                .get(CASES + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
