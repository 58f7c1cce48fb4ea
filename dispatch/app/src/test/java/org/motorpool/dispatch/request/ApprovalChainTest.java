package org.motorpool.dispatch.request;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.ApprovalApi.EndChain;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;

/** Approval chains as data: chosen by their conditions, kept by the request that was submitted under them. */
@QuarkusTest
class ApprovalChainTest {

    @Inject
    Organisations organisations;

    @Inject
    Offices offices;

    private Unit huangpu;
    private Unit office;

    @BeforeEach
    void units() {
        huangpu = organisations.huangpu();
        office = offices.department();
    }

    @Test
    void keepsTheChainItWasSubmittedUnder() {
        String chain = Chains.chain(office, Chains.twoSteps(office, null));
        String before = Chains.submitted(office, NewRequests.of(office));
        Callers.somebody(office, "fleet-" + office.code().toLowerCase(), "FLEET_OFFICER")
                .body(new EndChain(Chains.TODAY.plusDays(1)))
                .post(Chains.CHAINS + "/" + chain + "/end")
                .then()
                .statusCode(200);
        Chains.decide(Callers.approver(office), before, "APPROVE")
                .statusCode(200)
                .body("approvalStep", equalTo(2));
    }

    @Test
    void choosesTheChainByItsConditions() {
        Chains.chain(office, Chains.twoSteps(office, Chains.conditions(List.of("RECEPTION"), null)));
        Callers.requester(office)
                .get(Chains.REQUESTS + Chains.submitted(office, NewRequests.of(office)))
                .then()
                .body("approvalChain", nullValue());
        Callers.requester(office)
                .get(Chains.REQUESTS
                        + Chains.submitted(office, NewRequests.withPurposeClass(NewRequests.of(office), "RECEPTION")))
                .then()
                .body("approvalChain", equalTo("两级审批"));
    }

    @Test
    void keepsChainsAndApprovalsToTheirUnits() {
        String chain = Chains.chain(office, Chains.twoSteps(office, null));
        String id = Chains.submitted(office, NewRequests.of(office));
        Callers.requester(huangpu)
                .get(Chains.REQUESTS + id + "/approval")
                .then()
                .statusCode(404);
        Callers.somebody(huangpu, "fleet-huangpu", "FLEET_OFFICER")
                .body(new EndChain(Chains.TODAY.plusDays(1)))
                .post(Chains.CHAINS + "/" + chain + "/end")
                .then()
                .statusCode(404)
                .body("code", equalTo("chain-unknown"));
        Callers.somebody(huangpu, "fleet-huangpu", "FLEET_OFFICER")
                .body(Chains.twoSteps(office, null))
                .post(Chains.CHAINS)
                .then()
                .statusCode(404);
        Callers.somebody(huangpu, "fleet-huangpu", "FLEET_OFFICER")
                .get(Chains.CHAINS + "?limit=1000")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(chain)));
        Callers.somebody(office, "fleet", "FLEET_OFFICER")
                .body(Chains.twoSteps(office, null))
                .post(Chains.CHAINS)
                .then()
                .statusCode(409)
                .body("code", equalTo("chain-overlap"));
    }

    @Test
    void namesTheFieldOfAChainAtFault() {
        Callers.somebody(office, "fleet", "FLEET_OFFICER")
                .body(Map.of(
                        "unitId", office.id(), "name", "空链", "clause", "无", "effectiveFrom", Chains.TODAY.toString()))
                .post(Chains.CHAINS)
                .then()
                .statusCode(400)
                .body("field", equalTo("steps"));
    }
}
