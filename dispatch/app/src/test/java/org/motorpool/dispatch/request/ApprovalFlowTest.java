package org.motorpool.dispatch.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.ApprovalApi.BulkDecision;
import org.motorpool.dispatch.contract.ApprovalApi.ChainStep;
import org.motorpool.dispatch.contract.ApprovalApi.Conditions;
import org.motorpool.dispatch.contract.ApprovalApi.EndChain;
import org.motorpool.dispatch.contract.ApprovalApi.Item;
import org.motorpool.dispatch.contract.ApprovalApi.NewChain;
import org.motorpool.dispatch.contract.ApprovalApi.NewDelegation;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;

@QuarkusTest
class ApprovalFlowTest {

    private static final LocalDate TODAY = Days.today(Clock.systemUTC());
    private static final String REQUESTS = "/api/v1/requests/";
    private static final String CHAINS = "/api/v1/approval-chains";
    private static final String DELEGATIONS = "/api/v1/approval-delegations";

    @Inject
    Organisations organisations;

    @Inject
    Offices offices;

    @Inject
    Deadlines deadlines;

    private Unit pudong;
    private Unit huangpu;
    private Unit office;

    @BeforeEach
    void units() {
        pudong = organisations.pudong();
        huangpu = organisations.huangpu();
        office = offices.department();
    }

    @Test
    void goesStepByStepFromTheUnitToTheFleetAuthority() {
        chain(twoSteps(null));
        String id = submitted(NewRequests.of(office));
        decide(Callers.approver(office), id, "APPROVE")
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("approvalStep", equalTo(2));
        decide(Callers.approver(office), id, "APPROVE").statusCode(403).body("code", equalTo("not-entitled"));
        decide(Callers.approver(pudong), id, "APPROVE")
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("approvalStep", nullValue());
        Callers.requester(office)
                .get(REQUESTS + id + "/approval")
                .then()
                .statusCode(200)
                .body("chain", equalTo("两级审批"))
                .body("steps.state", contains("APPROVED", "APPROVED"))
                .body("steps.holder", contains(office.code(), pudong.code()))
                .body(
                        "steps[0].decidedBy",
                        equalTo("姓名 approver-" + office.code().toLowerCase()));
    }

    @Test
    void letsNobodyDecideTwiceInOneChain() {
        chain(twoSteps(null));
        String id = submitted(NewRequests.of(office));
        decide(Callers.approver(pudong), id, "APPROVE").statusCode(200);
        decide(Callers.approver(pudong), id, "APPROVE").statusCode(403).body("code", equalTo("already-decided"));
    }

    @Test
    void keepsTheChainItWasSubmittedUnder() {
        String chain = chain(twoSteps(null));
        String before = submitted(NewRequests.of(office));
        Callers.somebody(office, "fleet-" + office.code().toLowerCase(), "FLEET_OFFICER")
                .body(new EndChain(TODAY.plusDays(1)))
                .post(CHAINS + "/" + chain + "/end")
                .then()
                .statusCode(200);
        decide(Callers.approver(office), before, "APPROVE").statusCode(200).body("approvalStep", equalTo(2));
    }

    @Test
    void choosesTheChainByItsConditions() {
        chain(twoSteps(conditions(List.of("RECEPTION"), null)));
        Callers.requester(office)
                .get(REQUESTS + submitted(NewRequests.of(office)))
                .then()
                .body("approvalChain", nullValue());
        Callers.requester(office)
                .get(REQUESTS + submitted(NewRequests.withPurposeClass(NewRequests.of(office), "RECEPTION")))
                .then()
                .body("approvalChain", equalTo("两级审批"));
    }

    @Test
    void returnsWithAReasonAndGoesAgainUnderTheSameNumber() {
        chain(twoSteps(null));
        String id = submitted(NewRequests.of(office));
        String number = get(id).extract().path("number");
        Callers.approver(office)
                .body(new NewDecision("RETURN", "请补充乘车人"))
                .post(REQUESTS + id + "/decisions")
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"));
        resubmit(Callers.requester(huangpu), id, NewRequests.of(office)).statusCode(404);
        resubmit(Callers.somebody(office, "other", "REQUESTER"), id, NewRequests.of(office))
                .statusCode(404);
        resubmit(Callers.requester(office), id, NewRequests.withPassengers(NewRequests.of(office), 3))
                .statusCode(200)
                .body("number", equalTo(number))
                .body("round", equalTo(2))
                .body("passengers", equalTo(3))
                .body("status", equalTo("SUBMITTED"))
                .body("approvalStep", equalTo(1));
        decide(Callers.approver(office), id, "APPROVE").statusCode(200);
        resubmit(Callers.requester(office), id, NewRequests.of(office))
                .statusCode(409)
                .body("code", equalTo("request-state"));
    }

    @Test
    void refusesAStaleVersionAndAKeyOfAnotherDecision() {
        String id = submitted(NewRequests.of(office));
        String tag = Callers.requester(office).get(REQUESTS + id).getHeader("ETag");
        assertThat(tag).isNotNull();
        decide(Callers.approver(office).header("If-Match", "\"99\""), id, "APPROVE")
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        String key = UUID.randomUUID().toString();
        decide(Callers.approver(office).header("If-Match", tag).header("Idempotency-Key", key), id, "APPROVE")
                .statusCode(200);
        decide(Callers.approver(office).header("Idempotency-Key", key), id, "APPROVE")
                .statusCode(200);
        Callers.approver(office)
                .header("Idempotency-Key", key)
                .body(new NewDecision("REJECT", "改主意"))
                .post(REQUESTS + id + "/decisions")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void letsADelegateDecideAndNotesBothNames() {
        String delegator = "chief-" + office.code().toLowerCase();
        String deputy = "deputy-" + office.code().toLowerCase();
        String delegation = Callers.somebody(office, delegator, "APPROVER")
                .body(new NewDelegation(
                        deputy, Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600), "出差"))
                .post(DELEGATIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        chain(twoSteps(null));
        String id = submitted(NewRequests.of(office));
        decide(Callers.somebody(office, deputy, "DISPATCHER"), id, "APPROVE").statusCode(200);
        Callers.requester(office)
                .get(REQUESTS + id + "/approval")
                .then()
                .body("steps[0].decidedBy", equalTo("姓名 " + deputy))
                .body("steps[0].onBehalfOf", equalTo("姓名 " + delegator));
        Callers.somebody(office, deputy, "APPROVER")
                .post(DELEGATIONS + "/" + delegation + "/revoke")
                .then()
                .statusCode(404);
        Callers.somebody(office, delegator, "APPROVER")
                .post(DELEGATIONS + "/" + delegation + "/revoke")
                .then()
                .statusCode(200);
        decide(Callers.somebody(office, deputy, "DISPATCHER"), submitted(NewRequests.of(office)), "APPROVE")
                .statusCode(403)
                .body("code", equalTo("not-entitled"));
    }

    @Test
    void refusesADelegationToOneselfOrWithoutAnEnd() {
        Instant now = Instant.now();
        delegate(new NewDelegation("chief", now, now.plusSeconds(60), "出差")).body("field", equalTo("delegate"));
        delegate(new NewDelegation("deputy", now, now.minusSeconds(60), "出差")).body("field", equalTo("to"));
        delegate(new NewDelegation("deputy", now, now.plusSeconds(60), " ")).body("field", equalTo("reason"));
    }

    @Test
    void listsWhatWaitsForTheCaller() {
        chain(twoSteps(conditions(List.of("RECEPTION"), null)));
        String plain = submitted(NewRequests.of(office));
        String chained = submitted(NewRequests.withPurposeClass(NewRequests.of(office), "RECEPTION"));
        awaiting(Callers.approver(office)).body("items.id", contains(chained, plain));
        decide(Callers.approver(office), chained, "APPROVE").statusCode(200);
        awaiting(Callers.approver(office)).body("items.id", contains(plain));
        awaiting(Callers.approver(pudong)).body("items.id", hasItem(chained));
        awaiting(Callers.approver(huangpu)).body("items.id", not(hasItem(chained)));
        awaiting(Callers.dispatcher(office)).body("items.size()", equalTo(0));
        Callers.approver(office)
                .get("/api/v1/requests?awaiting=you")
                .then()
                .statusCode(400)
                .body("field", equalTo("awaiting"));
    }

    @Test
    void decidesOnManyEachByItself() {
        String one = submitted(NewRequests.of(office));
        String elsewhere = Callers.requester(huangpu)
                .body(NewRequests.of(huangpu))
                .post(REQUESTS)
                .then()
                .extract()
                .path("id");
        Callers.approver(office)
                .body(new BulkDecision(List.of(
                        new Item(UUID.fromString(one), "APPROVE", null),
                        new Item(UUID.fromString(elsewhere), "APPROVE", null),
                        new Item(UUID.fromString(one), "REJECT", ""))))
                .post(REQUESTS + "decisions")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("OK", "request-unknown", "invalid-input"));
    }

    @Test
    void remindsEscalatesAndLapses() {
        chain(new NewChain(
                office.id(),
                null,
                "限时审批",
                0,
                null,
                List.of(new ChainStep("审批", "APPROVER", "OWN_UNIT", null, 1, 2, 3)),
                "限时办理",
                TODAY,
                null));
        String id = submitted(NewRequests.of(office));
        Instant now = Instant.now();
        run(now.plus(Duration.ofMinutes(61)));
        run(now.plus(Duration.ofMinutes(61)));
        approval(id).body("steps[0].remindedAt", notNullValue()).body("steps[0].nextAct", equalTo("ESCALATE"));
        run(now.plus(Duration.ofMinutes(121)));
        approval(id).body("steps[0].holder", equalTo(pudong.code())).body("steps[0].nextAct", equalTo("LAPSE"));
        decide(Callers.approver(office), id, "APPROVE").statusCode(403);
        run(now.plus(Duration.ofMinutes(181)));
        approval(id).body("steps[0].state", equalTo("LAPSED"));
        get(id).body("status", equalTo("REJECTED"));
    }

    @Test
    void dispatchesAnEmergencyFirstAndExpectsItsPaper() {
        String id = submitted(NewRequests.emergency(NewRequests.of(office), "防汛抢险"));
        get(id).body("status", equalTo("APPROVED"))
                .body("emergency", equalTo(true))
                .body("paperDueAt", notNullValue())
                .body("paperOverdue", equalTo(false));
        awaiting(Callers.approver(office)).body("items.id", contains(id));
        run(Instant.now().plus(Duration.ofHours(25)));
        get(id).body("paperOverdue", equalTo(true)).body("status", equalTo("APPROVED"));
        Callers.somebody(office, "supervisor-" + office.code().toLowerCase(), "SUPERVISOR")
                .post("/api/v1/compliance/findings/run?unitId=" + office.id())
                .then()
                .statusCode(200);
        Callers.somebody(office, "supervisor-" + office.code().toLowerCase(), "SUPERVISOR")
                .get("/api/v1/compliance/findings?limit=1000")
                .then()
                .statusCode(200)
                .body("items.detector", hasItem("V41"));
        Callers.approver(office)
                .body(new NewDecision("RETURN", "补材料"))
                .post(REQUESTS + id + "/decisions")
                .then()
                .statusCode(409)
                .body("code", equalTo("paper-not-returnable"));
        decide(Callers.approver(office), id, "APPROVE")
                .statusCode(200)
                .body("paperState", equalTo("DONE"))
                .body("status", equalTo("APPROVED"));
    }

    @Test
    void keepsChainsAndApprovalsToTheirUnits() {
        String chain = chain(twoSteps(null));
        String id = submitted(NewRequests.of(office));
        Callers.requester(huangpu).get(REQUESTS + id + "/approval").then().statusCode(404);
        Callers.somebody(huangpu, "fleet-huangpu", "FLEET_OFFICER")
                .body(new EndChain(TODAY.plusDays(1)))
                .post(CHAINS + "/" + chain + "/end")
                .then()
                .statusCode(404)
                .body("code", equalTo("chain-unknown"));
        Callers.somebody(huangpu, "fleet-huangpu", "FLEET_OFFICER")
                .body(twoSteps(null))
                .post(CHAINS)
                .then()
                .statusCode(404);
        Callers.somebody(huangpu, "fleet-huangpu", "FLEET_OFFICER")
                .get(CHAINS + "?limit=1000")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(chain)));
        Callers.somebody(office, "fleet", "FLEET_OFFICER")
                .body(twoSteps(null))
                .post(CHAINS)
                .then()
                .statusCode(409)
                .body("code", equalTo("chain-overlap"));
    }

    @Test
    void namesTheFieldOfAChainAtFault() {
        Callers.somebody(office, "fleet", "FLEET_OFFICER")
                .body(Map.of("unitId", office.id(), "name", "空链", "clause", "无", "effectiveFrom", TODAY.toString()))
                .post(CHAINS)
                .then()
                .statusCode(400)
                .body("field", equalTo("steps"));
    }

    private ValidatableResponse delegate(NewDelegation wanted) {
        return Callers.somebody(office, "chief", "APPROVER")
                .body(wanted)
                .post(DELEGATIONS)
                .then()
                .statusCode(400);
    }

    private void run(Instant now) {
        Offices.await(deadlines.run(now));
    }

    private String chain(NewChain chain) {
        return Callers.somebody(office, "fleet-" + office.code().toLowerCase(), "FLEET_OFFICER")
                .body(chain)
                .post(CHAINS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private NewChain twoSteps(Conditions conditions) {
        return new NewChain(
                office.id(),
                null,
                "两级审批",
                0,
                conditions,
                List.of(
                        new ChainStep("单位审批", "APPROVER", "OWN_UNIT", null, null, null, null),
                        new ChainStep("主管部门审批", "APPROVER", "FLEET_AUTHORITY", null, null, null, null)),
                "用车审批规定",
                TODAY,
                null);
    }

    private static Conditions conditions(List<String> purposes, Double min_km) {
        return new Conditions(null, null, purposes, null, min_km, null, null, null, null, null, null, null);
    }

    private String submitted(NewRequest request) {
        return Callers.requester(office)
                .body(request)
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse get(String id) {
        return Callers.requester(office).get(REQUESTS + id).then().statusCode(200);
    }

    private ValidatableResponse approval(String id) {
        return Callers.requester(office).get(REQUESTS + id + "/approval").then().statusCode(200);
    }

    private static ValidatableResponse decide(RequestSpecification caller, String id, String decision) {
        return caller.body(new NewDecision(decision, null))
                .post(REQUESTS + id + "/decisions")
                .then();
    }

    private static ValidatableResponse resubmit(RequestSpecification caller, String id, NewRequest request) {
        return caller.body(request).post(REQUESTS + id + "/resubmit").then();
    }

    private static ValidatableResponse awaiting(RequestSpecification caller) {
        return caller.get("/api/v1/requests?awaiting=me&limit=1000").then().statusCode(200);
    }
}
