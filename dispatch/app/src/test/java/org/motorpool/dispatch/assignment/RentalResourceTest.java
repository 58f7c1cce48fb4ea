package org.motorpool.dispatch.assignment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.assignment.slip.Papers;
import org.motorpool.dispatch.contract.RentalApi.NewRentalOrder;
import org.motorpool.dispatch.contract.RentalApi.NewSupplier;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.Garage;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

@QuarkusTest
class RentalResourceTest {

    private static final String ORDERS = "/api/v1/rental-orders";
    private static final String SUPPLIERS = "/api/v1/rental-suppliers";
    private static final LocalDate TOMORROW = Days.of(NewRequests.TOMORROW);

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Garage garage;

    private Unit pudong;
    private Unit huangpu;
    private UUID request;

    @BeforeEach
    void anApprovedRequest() {
        pudong = organisations.pudong();
        huangpu = organisations.huangpu();
        request = Workflow.approved(pudong);
    }

    @Test
    void servesARequestNoVehicleServes() {
        String order = order(supplier(4, TOMORROW.plusYears(1)))
                .then()
                .statusCode(201)
                .body("number", matchesPattern("PC-310115-\\d{8}-\\d{4}"))
                .body("status", equalTo("ORDERED"))
                .body("estimate_fen", equalTo(60_000))
                .extract()
                .path("id");
        Callers.requester(pudong)
                .get("/api/v1/requests/" + request)
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body("sharing", equalTo("RENTAL"))
                .body("order.id", equalTo(order))
                .body("order.plate", equalTo("沪A88888"));
        Workflow.assign(pudong, request, fleet.car(pudong))
                .then()
                .statusCode(409)
                .body("code", equalTo("request-state"));
        post(order, "close", Map.of("amount_fen", 58_000, "distance_km", 46, "invoiceNumber", "INV-" + order))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("amount_fen", equalTo(58_000));
        Callers.requester(pudong).get("/api/v1/requests/" + request).then().body("status", equalTo("CLOSED"));
        post(order, "close", Map.of("amount_fen", 58_000, "distance_km", 46))
                .then()
                .statusCode(409)
                .body("code", equalTo("order-state"));
    }

    @Test
    void whatItCostIsARunningCostOfTheYear() {
        Unit unit = garage.unit(pudong);
        String closed = rented(unit);
        Callers.dispatcher(unit)
                .body(Map.of("amount_fen", 58_000, "distance_km", 46))
                .post(ORDERS + "/" + closed + "/close")
                .then()
                .statusCode(200);
        rented(unit);
        String ever = "(date '2020-01-01', date '2099-12-31') where unit_id = ?";
        assertThat(garage.seen(unit.path(), "select amount_fen from report_rental" + ever, unit.id()))
                .containsExactly("58000");
        assertThat(garage.seen(unit.path(), "select kind || amount_fen from report_expense" + ever, unit.id()))
                .containsExactly("RENTAL58000");
    }

    @Test
    void whatItCostIsAnExpenseThatChangesWithItsOrderOnly() {
        String order = order(supplier(4, TOMORROW.plusYears(1))).path("id");
        String invoice = "INV-" + order;
        post(order, "close", Map.of("amount_fen", 58_000, "distance_km", 46, "invoiceNumber", invoice))
                .then()
                .statusCode(200);
        String find = "items.find { it.rentalOrderId == '%s' }".formatted(order);
        Callers.dispatcher(pudong)
                .get("/api/v1/expenses?limit=1000&kind=RENTAL")
                .then()
                .body(find + ".amount_fen", equalTo(58_000))
                .body(find + ".vehicleId", nullValue())
                .body(find + ".invoiceNumber", equalTo(invoice));
        Callers.dispatcher(pudong)
                .body(Map.of("reason", "重复登记"))
                .post("/api/v1/expenses/" + order + "/cancel")
                .then()
                .statusCode(409)
                .body("code", equalTo("expense-of-rental"));
        request = Workflow.approved(pudong);
        String another = order(supplier(4, TOMORROW.plusYears(1))).path("id");
        post(another, "close", Map.of("amount_fen", 58_000, "distance_km", 46, "invoiceNumber", invoice))
                .then()
                .statusCode(409)
                .body("code", equalTo("invoice-duplicate"));
    }

    private String rented(Unit unit) {
        String supplier = supplier(unit, 4, TOMORROW.plusYears(1));
        return Callers.dispatcher(unit)
                .body(new NewRentalOrder(Workflow.approved(unit), UUID.fromString(supplier), "沪A88888", "李师傅"))
                .post(ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void letsTheRequestWaitAgainOnCancellation() {
        String order = order(supplier(4, TOMORROW.plusYears(1))).path("id");
        post(order, "cancel", Map.of("reasonCode", "VEHICLE"))
                .then()
                .statusCode(400)
                .body("field", equalTo("reason"));
        post(order, "cancel", Map.of("reason", "供应商无车", "reasonCode", "VEHICLE"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("reasonCode", equalTo("VEHICLE"));
        Callers.requester(pudong)
                .get("/api/v1/requests/" + request)
                .then()
                .body("status", equalTo("APPROVED"))
                .body("order", nullValue());
        Workflow.assign(pudong, request, fleet.car(pudong)).then().statusCode(201);
    }

    @Test
    void refusesAContractThatIsOverOrTooSmall() {
        order(supplier(4, TOMORROW)).then().statusCode(422).body("code", equalTo("rental-contract-expired"));
        order(supplier(1, TOMORROW.plusYears(1))).then().statusCode(422).body("code", equalTo("seats-insufficient"));
        order(UUID.randomUUID().toString()).then().statusCode(404).body("code", equalTo("rental-supplier-unknown"));
        Callers.requester(pudong).get("/api/v1/requests/" + request).then().body("status", equalTo("APPROVED"));
    }

    @Test
    void refusesAStaleViewAndAReusedKey() {
        String order = order(supplier(4, TOMORROW.plusYears(1))).path("id");
        Callers.dispatcher(pudong)
                .header("If-Match", "\"9\"")
                .body(Map.of("reason", "改用公车"))
                .post(ORDERS + "/" + order + "/cancel")
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            Callers.dispatcher(pudong)
                    .header("Idempotency-Key", key)
                    .body(Map.of("reason", "改用公车"))
                    .post(ORDERS + "/" + order + "/cancel")
                    .then()
                    .statusCode(200);
        }
        Callers.dispatcher(pudong)
                .header("Idempotency-Key", key)
                .body(Map.of("reason", "另一理由"))
                .post(ORDERS + "/" + order + "/cancel")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void keepsSuppliersAndOrdersToTheirUnits() {
        String supplier = supplier(4, TOMORROW.plusYears(1));
        String order = order(supplier).path("id");
        Callers.dispatcher(huangpu).get(ORDERS + "/" + order).then().statusCode(404);
        List<String> suppliers =
                Callers.dispatcher(huangpu).get(SUPPLIERS + "?limit=1000").path("items.id");
        assertThat(suppliers).doesNotContain(supplier);
        Callers.dispatcher(huangpu)
                .body(Map.of("reason", "不是我的"))
                .post(ORDERS + "/" + order + "/cancel")
                .then()
                .statusCode(404)
                .body("code", equalTo("order-unknown"));
    }

    @Test
    void registersAClassOfAContractOnce() {
        NewSupplier wanted = newSupplier(pudong, 4, TOMORROW.plusYears(1));
        officer().body(wanted).post(SUPPLIERS).then().statusCode(201);
        officer().body(wanted).post(SUPPLIERS).then().statusCode(409).body("code", equalTo("rental-contract-overlaps"));
        officer()
                .body(Map.of("unitId", pudong.id(), "name", "某租赁公司"))
                .post(SUPPLIERS)
                .then()
                .statusCode(400);
    }

    @Test
    void printsTheSamePaper() {
        Response ordered = order(supplier(4, TOMORROW.plusYears(1)));
        byte[] pdf = Callers.dispatcher(pudong)
                .accept("application/pdf")
                .get(ORDERS + "/" + ordered.path("id") + "/slip")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(Papers.text(pdf)).contains("社会租赁", "沪A88888", ordered.path("number"));
        String url = Papers.scan(pdf);
        given().queryParam("number", ordered.<String>path("number"))
                .queryParam("code", url.substring(url.indexOf("code=") + "code=".length()))
                .get("/api/v1/orders/verify")
                .then()
                .statusCode(200)
                .body("state", equalTo("VALID"))
                .body("plate", equalTo("沪A88888"));
    }

    private Response order(String supplier) {
        return Callers.dispatcher(pudong)
                .body(new NewRentalOrder(request, UUID.fromString(supplier), "沪A88888", "李师傅"))
                .post(ORDERS);
    }

    private Response post(String order, String act, Map<String, Object> body) {
        return Callers.dispatcher(pudong).body(body).post(ORDERS + "/" + order + "/" + act);
    }

    private String supplier(int seats, LocalDate validTo) {
        return supplier(pudong, seats, validTo);
    }

    private static String supplier(Unit unit, int seats, LocalDate validTo) {
        return Callers.somebody(unit, "officer-rental", "FLEET_OFFICER")
                .body(newSupplier(unit, seats, validTo))
                .post(SUPPLIERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static NewSupplier newSupplier(Unit unit, int seats, LocalDate validTo) {
        return new NewSupplier(
                unit.id(),
                "申城汽车租赁",
                "HT-" + UUID.randomUUID(),
                "SEDAN",
                seats,
                60_000L,
                TOMORROW.minusYears(1),
                validTo);
    }

    private RequestSpecification officer() {
        return Callers.somebody(pudong, "officer-rental", "FLEET_OFFICER");
    }
}
