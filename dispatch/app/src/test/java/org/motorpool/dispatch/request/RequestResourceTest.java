package org.motorpool.dispatch.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;

@QuarkusTest
class RequestResourceTest {

    private static final String REQUESTS = "/api/v1/requests";

    @Inject
    Organisations organisations;

    private Unit pudong;
    private Unit huangpu;

    @BeforeEach
    void units() {
        pudong = organisations.pudong();
        huangpu = organisations.huangpu();
    }

    @Test
    void submitsARequestWithABusinessNumber() {
        submit(pudong, NewRequests.of(pudong))
                .statusCode(201)
                .body("number", matchesPattern("YC-310115-\\d{8}-\\d{4}"))
                .body("status", equalTo("SUBMITTED"))
                .body("unitName", equalTo(pudong.name()))
                .body("requesterName", equalTo("姓名 requester-t310115"))
                .body("departAt", equalTo(NewRequests.TOMORROW.toString()))
                .body("pickup.latitude", equalTo(31.2215f))
                .body("sharing", nullValue())
                .body("order", nullValue());
    }

    @Test
    void numbersRequestsOfARegionAndDayWithoutGaps() {
        String first = submit(pudong, NewRequests.of(pudong)).extract().path("number");
        submit(pudong, NewRequests.withCategory(NewRequests.of(pudong), "NONE")).statusCode(400);
        String second = submit(pudong, NewRequests.of(pudong)).extract().path("number");
        assertThat(serial(second)).isEqualTo(serial(first) + 1);
    }

    @Test
    void namesTheFieldAtFault() {
        submit(
                        pudong,
                        NewRequests.during(
                                NewRequests.of(pudong),
                                NewRequests.TOMORROW,
                                NewRequests.TOMORROW.minus(Duration.ofHours(1))))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("period-reversed"))
                .body("type", equalTo("urn:motorpool:problem:period-reversed"))
                .body("field", equalTo("returnAt"));
    }

    @Test
    void refusesACategoryNobodyKnows() {
        submit(pudong, NewRequests.withCategory(NewRequests.of(pudong), "XX"))
                .statusCode(400)
                .body("field", equalTo("category"));
    }

    @Test
    void refusesAHostRegionNobodyKnows() {
        submit(pudong, NewRequests.hostedBy(NewRequests.of(pudong), "999999"))
                .statusCode(400)
                .body("field", equalTo("hostRegionCode"));
    }

    @Test
    void doesNotTellAnUnknownUnitFromOneOutsideTheScope() {
        UUID nobody = UUID.randomUUID();
        String unknown = submit(pudong, NewRequests.of(nobody))
                .statusCode(404)
                .body("code", equalTo("unit-unknown"))
                .extract()
                .path("detail");
        String hidden = submit(pudong, NewRequests.of(huangpu))
                .statusCode(404)
                .body("code", equalTo("unit-unknown"))
                .extract()
                .path("detail");
        assertThat(hidden.replace(huangpu.id().toString(), "?")).isEqualTo(unknown.replace(nobody.toString(), "?"));
    }

    @Test
    void refusesABodyThatIsNotJson() {
        Callers.requester(pudong)
                .body("{\"unitId\": ")
                .post(REQUESTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed-json"));
    }

    @Test
    void refusesAValueOfTheWrongTypeAndNamesItsField() {
        Callers.requester(pudong)
                .body(Map.of("departAt", "morgen"))
                .post(REQUESTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-json"))
                .body("field", equalTo("departAt"));
    }

    @Test
    void refusesAnEmptyBody() {
        Callers.requester(pudong).post(REQUESTS).then().statusCode(400);
    }

    @Test
    void refusesAnExpiredToken() {
        Callers.expired(pudong)
                .get(REQUESTS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("token-expired"));
    }

    @Test
    void refusesATokenThatIsNone() {
        Callers.with("nonsense")
                .get(REQUESTS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("token-missing-or-invalid"));
    }

    @Test
    void letsRequestersOnlySubmit() {
        Callers.approver(pudong)
                .body(NewRequests.of(pudong))
                .post(REQUESTS)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void answersTheSameKeyWithTheSameRequest() {
        String key = UUID.randomUUID().toString();
        String first = submit(pudong, NewRequests.of(pudong), key)
                .statusCode(201)
                .extract()
                .path("id");
        String second = submit(pudong, NewRequests.of(pudong), key)
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesTheSameKeyForAnotherBody() {
        String key = UUID.randomUUID().toString();
        submit(pudong, NewRequests.of(pudong), key).statusCode(201);
        submit(pudong, NewRequests.withPassengers(NewRequests.of(pudong), 3), key)
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void keepsTheKeysOfAccountsApart() {
        String key = UUID.randomUUID().toString();
        String mine = submit(pudong, NewRequests.of(pudong), key).extract().path("id");
        String theirs = submit(huangpu, NewRequests.of(huangpu), key)
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(theirs).isNotEqualTo(mine);
    }

    @Test
    void freesTheKeyOfARefusedRequest() {
        String key = UUID.randomUUID().toString();
        submit(pudong, NewRequests.withCategory(NewRequests.of(pudong), "XX"), key)
                .statusCode(400);
        submit(pudong, NewRequests.of(pudong), key).statusCode(201);
    }

    @Test
    void hidesRequestsOfOtherCounties() {
        String id = submitted(pudong);
        Callers.requester(huangpu)
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("request-unknown"));
        Callers.requester(huangpu).post(REQUESTS + "/" + id + "/cancel").then().statusCode(404);
        decide(Callers.approver(huangpu), id, "APPROVE", null).then().statusCode(404);
        assertThat(ids(Callers.requester(huangpu).get(REQUESTS + "?limit=1000")))
                .doesNotContain(id);
        Callers.requester(pudong).get(REQUESTS + "/" + id).then().body("status", equalTo("SUBMITTED"));
    }

    @Test
    void letsTheProvinceSeeItsCounties() {
        String id = submitted(pudong);
        Callers.approver(organisations.shanghai())
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void approvesOnce() {
        String id = submitted(pudong);
        decide(Callers.approver(pudong), id, "APPROVE", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        decide(Callers.approver(pudong), id, "APPROVE", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("request-state"));
    }

    @Test
    void rejectsWithAReasonOnly() {
        String id = submitted(pudong);
        decide(Callers.approver(pudong), id, "REJECT", " ")
                .then()
                .statusCode(400)
                .body("field", equalTo("reason"));
        decide(Callers.approver(pudong), id, "REJECT", "请改乘公共交通")
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("decisionReason", equalTo("请改乘公共交通"));
    }

    @Test
    void refusesADecisionNobodyKnows() {
        decide(Callers.approver(pudong), submitted(pudong), "MAYBE", null)
                .then()
                .statusCode(400)
                .body("field", equalTo("decision"));
    }

    @Test
    void letsNobodyDecideOnTheirOwnRequest() {
        String id = Callers.somebody(pudong, "both", "REQUESTER", "APPROVER")
                .body(NewRequests.of(pudong))
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        decide(Callers.somebody(pudong, "both", "REQUESTER", "APPROVER"), id, "APPROVE", null)
                .then()
                .statusCode(403)
                .body("code", equalTo("self-approval"));
    }

    @Test
    void cancelsWhatHasNoVehicle() {
        String id = submitted(pudong);
        Callers.requester(pudong)
                .post(REQUESTS + "/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        Callers.requester(pudong)
                .post(REQUESTS + "/" + id + "/cancel")
                .then()
                .statusCode(409)
                .body("code", equalTo("request-state"));
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        List<String> made = List.of(submitted(huangpu), submitted(huangpu), submitted(huangpu));
        Response first = Callers.requester(huangpu).get(REQUESTS + "?limit=2");
        assertThat(ids(first)).containsExactly(made.get(2), made.get(1));
        Response second = Callers.requester(huangpu).get(REQUESTS + "?limit=2&cursor=" + first.path("next"));
        assertThat(ids(second)).startsWith(made.get(0));
    }

    @Test
    void filtersByStatusAndDeparture() {
        String submitted = submitted(huangpu);
        String approved = submitted(huangpu);
        decide(Callers.approver(huangpu), approved, "APPROVE", null).then().statusCode(200);
        assertThat(ids(Callers.requester(huangpu).get(REQUESTS + "?limit=1000&status=APPROVED")))
                .contains(approved)
                .doesNotContain(submitted);
        String from = NewRequests.TOMORROW.plusSeconds(1).toString();
        assertThat(ids(Callers.requester(huangpu).get(REQUESTS + "?limit=1000&from=" + from)))
                .doesNotContain(submitted, approved);
    }

    @Test
    void refusesAListOfNothingKnown() {
        Callers.requester(pudong)
                .get(REQUESTS + "?status=LOST")
                .then()
                .statusCode(400)
                .body("field", equalTo("status"));
        Callers.requester(pudong)
                .get(REQUESTS + "?cursor=x")
                .then()
                .statusCode(400)
                .body("field", equalTo("cursor"));
        Callers.requester(pudong)
                .get(REQUESTS + "?from=today")
                .then()
                .statusCode(400)
                .body("field", equalTo("from"))
                .body("detail", startsWith("from 应为 ISO 8601"));
    }

    private static int serial(String number) {
        return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
    }

    private static String submitted(Unit unit) {
        return submit(unit, NewRequests.of(unit)).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse submit(Unit unit, NewRequest request) {
        return Callers.requester(unit).body(request).post(REQUESTS).then();
    }

    private static ValidatableResponse submit(Unit unit, NewRequest request, String key) {
        return Callers.requester(unit)
                .header("Idempotency-Key", key)
                .body(request)
                .post(REQUESTS)
                .then();
    }

    private static Response decide(RequestSpecification caller, String id, String decision, String reason) {
        return caller.body(new NewDecision(decision, reason)).post(REQUESTS + "/" + id + "/decisions");
    }

    private static List<String> ids(Response response) {
        response.then().statusCode(200);
        return response.path("items.id");
    }
}
