package org.motorpool.dispatch.request;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.ApprovalApi.ChainStep;
import org.motorpool.dispatch.contract.ApprovalApi.Conditions;
import org.motorpool.dispatch.contract.ApprovalApi.NewChain;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.organisation.Unit;

/** Object mother: approval chains of an office, and requests on their way through them. */
final class Chains {

    static final LocalDate TODAY = Days.today(Clock.systemUTC());
    static final String REQUESTS = "/api/v1/requests/";
    static final String CHAINS = "/api/v1/approval-chains";

    private Chains() {}

    static String chain(Unit office, NewChain chain) {
        return Callers.somebody(office, "fleet-" + office.code().toLowerCase(), "FLEET_OFFICER")
                .body(chain)
                .post(CHAINS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static NewChain twoSteps(Unit office, Conditions conditions) {
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

    static String submitted(Unit office, NewRequest request) {
        return Callers.requester(office)
                .body(request)
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse get(Unit office, String id) {
        return Callers.requester(office).get(REQUESTS + id).then().statusCode(200);
    }

    static ValidatableResponse approval(Unit office, String id) {
        return Callers.requester(office).get(REQUESTS + id + "/approval").then().statusCode(200);
    }

    static Conditions conditions(List<String> purposes, Double min_km) {
        return new Conditions(null, null, purposes, null, min_km, null, null, null, null, null, null, null);
    }

    static ValidatableResponse decide(RequestSpecification caller, String id, String decision) {
        return caller.body(new NewDecision(decision, null))
                .post(REQUESTS + id + "/decisions")
                .then();
    }
}
