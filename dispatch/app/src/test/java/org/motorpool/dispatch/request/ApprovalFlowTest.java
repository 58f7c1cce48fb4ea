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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.ApprovalApi.BulkDecision;
import org.motorpool.dispatch.contract.ApprovalApi.ChainStep;
import org.motorpool.dispatch.contract.ApprovalApi.Item;
import org.motorpool.dispatch.contract.ApprovalApi.NewChain;
import org.motorpool.dispatch.contract.ApprovalApi.NewDelegation;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;

@QuarkusTest
class ApprovalFlowTest {

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
        Chains.chain(office, Chains.twoSteps(office, null));
        String id = Chains.submitted(office, NewRequests.of(office));
        Chains.decide(Callers.approver(office), id, "APPROVE")
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("approvalStep", equalTo(2));
        Chains.decide(Callers.approver(office), id, "APPROVE").statusCode(403).body("code", equalTo("not-entitled"));
        Chains.decide(Callers.approver(pudong), id, "APPROVE")
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("approvalStep", nullValue());
        Callers.requester(office)
                .get(Chains.REQUESTS + id + "/approval")
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
        Chains.chain(office, Chains.twoSteps(office, null));
        String id = Chains.submitted(office, NewRequests.of(office));
        Chains.decide(Callers.approver(pudong), id, "APPROVE").statusCode(200);
        Chains.decide(Callers.approver(pudong), id, "APPROVE").statusCode(403).body("code", equalTo("already-decided"));
    }

    @Test
    void returnsWithAReasonAndGoesAgainUnderTheSameNumber() {
        Chains.chain(office, Chains.twoSteps(office, null));
        String id = Chains.submitted(office, NewRequests.of(office));
        String number = Chains.get(office, id).extract().path("number");
        Callers.approver(office)
                .body(new NewDecision("RETURN", "请补充乘车人"))
                .post(Chains.REQUESTS + id + "/decisions")
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
        Chains.decide(Callers.approver(office), id, "APPROVE").statusCode(200);
        resubmit(Callers.requester(office), id, NewRequests.of(office))
                .statusCode(409)
                .body("code", equalTo("request-state"));
    }

    @Test
    void refusesAStaleVersionAndAKeyOfAnotherDecision() {
        String id = Chains.submitted(office, NewRequests.of(office));
        String tag = Callers.requester(office).get(Chains.REQUESTS + id).getHeader("ETag");
        assertThat(tag).isNotNull();
        Chains.decide(Callers.approver(office).header("If-Match", "\"99\""), id, "APPROVE")
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        String key = UUID.randomUUID().toString();
        Chains.decide(Callers.approver(office).header("If-Match", tag).header("Idempotency-Key", key), id, "APPROVE")
                .statusCode(200);
        Chains.decide(Callers.approver(office).header("Idempotency-Key", key), id, "APPROVE")
                .statusCode(200);
        Callers.approver(office)
                .header("Idempotency-Key", key)
                .body(new NewDecision("REJECT", "改主意"))
                .post(Chains.REQUESTS + id + "/decisions")
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
        Chains.chain(office, Chains.twoSteps(office, null));
        String id = Chains.submitted(office, NewRequests.of(office));
        Chains.decide(Callers.somebody(office, deputy, "DISPATCHER"), id, "APPROVE")
                .statusCode(200);
        Callers.requester(office)
                .get(Chains.REQUESTS + id + "/approval")
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
        Chains.decide(
                        Callers.somebody(office, deputy, "DISPATCHER"),
                        Chains.submitted(office, NewRequests.of(office)),
                        "APPROVE")
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
        Chains.chain(office, Chains.twoSteps(office, Chains.conditions(List.of("RECEPTION"), null)));
        String plain = Chains.submitted(office, NewRequests.of(office));
        String chained = Chains.submitted(office, NewRequests.withPurposeClass(NewRequests.of(office), "RECEPTION"));
        awaiting(Callers.approver(office)).body("items.id", contains(chained, plain));
        Chains.decide(Callers.approver(office), chained, "APPROVE").statusCode(200);
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
        String one = Chains.submitted(office, NewRequests.of(office));
        String elsewhere = Callers.requester(huangpu)
                .body(NewRequests.of(huangpu))
                .post(Chains.REQUESTS)
                .then()
                .extract()
                .path("id");
        Callers.approver(office)
                .body(new BulkDecision(List.of(
                        new Item(UUID.fromString(one), "APPROVE", null),
                        new Item(UUID.fromString(elsewhere), "APPROVE", null),
                        new Item(UUID.fromString(one), "REJECT", ""))))
                .post(Chains.REQUESTS + "decisions")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("OK", "request-unknown", "invalid-input"));
    }

    @Test
    void remindsEscalatesAndLapses() {
        Chains.chain(
                office,
                new NewChain(
                        office.id(),
                        null,
                        "限时审批",
                        0,
                        null,
                        List.of(new ChainStep("审批", "APPROVER", "OWN_UNIT", null, 1, 2, 3)),
                        "限时办理",
                        Chains.TODAY,
                        null));
        String id = Chains.submitted(office, NewRequests.of(office));
        Instant now = Instant.now();
        run(now.plus(Duration.ofMinutes(61)));
        run(now.plus(Duration.ofMinutes(61)));
        Chains.approval(office, id)
                .body("steps[0].remindedAt", notNullValue())
                .body("steps[0].nextAct", equalTo("ESCALATE"));
        run(now.plus(Duration.ofMinutes(121)));
        Chains.approval(office, id)
                .body("steps[0].holder", equalTo(pudong.code()))
                .body("steps[0].nextAct", equalTo("LAPSE"));
        Chains.decide(Callers.approver(office), id, "APPROVE").statusCode(403);
        run(now.plus(Duration.ofMinutes(181)));
        Chains.approval(office, id).body("steps[0].state", equalTo("LAPSED"));
        Chains.get(office, id).body("status", equalTo("REJECTED"));
    }

    @Test
    void dispatchesAnEmergencyFirstAndExpectsItsPaper() {
        String id = Chains.submitted(office, NewRequests.emergency(NewRequests.of(office), "防汛抢险"));
        Chains.get(office, id)
                .body("status", equalTo("APPROVED"))
                .body("emergency", equalTo(true))
                .body("paperDueAt", notNullValue())
                .body("paperOverdue", equalTo(false));
        awaiting(Callers.approver(office)).body("items.id", contains(id));
        run(Instant.now().plus(Duration.ofHours(25)));
        Chains.get(office, id).body("paperOverdue", equalTo(true)).body("status", equalTo("APPROVED"));
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
                .post(Chains.REQUESTS + id + "/decisions")
                .then()
                .statusCode(409)
                .body("code", equalTo("paper-not-returnable"));
        Chains.decide(Callers.approver(office), id, "APPROVE")
                .statusCode(200)
                .body("paperState", equalTo("DONE"))
                .body("status", equalTo("APPROVED"));
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

    private static ValidatableResponse resubmit(RequestSpecification caller, String id, NewRequest request) {
        return caller.body(request).post(Chains.REQUESTS + id + "/resubmit").then();
    }

    private static ValidatableResponse awaiting(RequestSpecification caller) {
        return caller.get("/api/v1/requests?awaiting=me&limit=1000").then().statusCode(200);
    }
}
