package org.motorpool.dispatch.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.contract.AgreementApi.Caps;
import org.motorpool.dispatch.contract.AgreementApi.End;
import org.motorpool.dispatch.contract.AgreementApi.Hours;
import org.motorpool.dispatch.contract.AgreementApi.NewAgreement;
import org.motorpool.dispatch.contract.PoolOfferApi.TakeBack;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/** Orders with another unit's vehicle: who may have it, on what basis and at what price, and who may have it back. */
@QuarkusTest
class LendingResourceTest {

    private static final String ORDERS = "/api/v1/orders/";
    private static final int A_WEEK = 7 * 24;

    @Inject
    Provinces provinces;

    @Inject
    Fleet fleet;

    private Unit owner;
    private Unit user;
    private Unit nation;

    @BeforeEach
    void units() {
        owner = provinces.inXian();
        user = provinces.inBaoji();
        nation = provinces.nation();
    }

    @Test
    void refusesAnotherUnitsVehicleThatIsNotOffered() {
        refused(nation, Workflow.approved(user), fleet.car(owner), "offer-missing");
    }

    @Test
    void letsADispatcherHaveAnOfferedVehicleBeyondTheirScope() {
        Fleet.Crew crew = fleet.car(owner);
        UUID request = Workflow.approved(user);
        Workflow.assign(user, request, crew).then().statusCode(404).body("code", equalTo("vehicle-unknown"));
        UUID tariff = Shared.published(owner);
        String offer = Shared.offered(owner, Shared.offer(owner, tariff, 0, user));

        String order = Workflow.assign(user, request, crew)
                .then()
                .statusCode(201)
                .body("sharing", equalTo("CROSS_DEPARTMENT"))
                .extract()
                .path("id");

        Callers.dispatcher(owner)
                .get(ORDERS + order + "/basis")
                .then()
                .statusCode(200)
                .body("kind", equalTo("OFFER"))
                .body("id", equalTo(offer))
                .body("tariffId", equalTo(tariff.toString()))
                .body("tariffVersion", equalTo(1))
                .body("estimated_m", greaterThan(20_000))
                .body("estimate_fen", greaterThan(4_000));
        Callers.dispatcher(provinces.inLanzhou())
                .get(ORDERS + order + "/basis")
                .then()
                .statusCode(404);
    }

    @Test
    void keepsAFreeUseAsExplicitlyFree() {
        Shared.offered(owner, Shared.offer(owner, null, 0, user));
        String order = ordered(user, Workflow.approved(user), fleet.car(owner));

        Callers.dispatcher(user)
                .get(ORDERS + order + "/basis")
                .then()
                .body("tariffId", nullValue())
                .body("estimate_fen", equalTo(0));
    }

    @Test
    void hasNoBasisForAnOwnVehicle() {
        String order = ordered(user, Workflow.approved(user), fleet.car(user));

        Callers.dispatcher(user)
                .get(ORDERS + order + "/basis")
                .then()
                .statusCode(404)
                .body("code", equalTo("basis-none"));
    }

    @Test
    void lendsNothingAnyMoreOnceWithdrawn() {
        String offer = Shared.offered(owner, Shared.offer(owner, null, 0, user));
        Shared.act(owner, "/api/v1/pool-offers/" + offer + "/withdraw").then().statusCode(200);

        refused(nation, Workflow.approved(user), fleet.car(owner), "offer-missing");
    }

    @Test
    void takesAVehicleBackForAnOwnRequestBeforeTheCutOff() {
        Fleet.Crew crew = fleet.car(owner);
        Shared.offered(owner, Shared.offer(owner, null, 1, user));
        UUID borrower = Workflow.approved(user);
        String lent = ordered(user, borrower, crew);
        UUID own = Workflow.approved(owner);

        takeBack(owner, lent, own)
                .then()
                .statusCode(200)
                .body("requestId", equalTo(own.toString()))
                .body("plate", equalTo(crew.vehicle().plate()));

        Callers.dispatcher(user).get(ORDERS + lent).then().body("status", equalTo("CANCELLED"));
        Callers.requester(user).get("/api/v1/requests/" + borrower).then().body("status", equalTo("APPROVED"));
    }

    @Test
    void leavesALoanFirmAfterTheCutOff() {
        Shared.offered(owner, Shared.offer(owner, null, A_WEEK, user));
        String lent = ordered(user, Workflow.approved(user), fleet.car(owner));

        takeBack(owner, lent, Workflow.approved(owner))
                .then()
                .statusCode(409)
                .body("code", equalTo("offer-cutoff-passed"));
        cancel(owner, lent).then().statusCode(409).body("code", equalTo("offer-cutoff-passed"));
        Callers.dispatcher(user).get(ORDERS + lent).then().body("status", equalTo("ASSIGNED"));
        cancel(user, lent).then().statusCode(200);
    }

    @Test
    void takesNothingBackForOthersNorFromOthers() {
        Shared.offered(owner, Shared.offer(owner, null, 0, user));
        String lent = ordered(user, Workflow.approved(user), fleet.car(owner));

        takeBack(nation, lent, Workflow.approved(user))
                .then()
                .statusCode(409)
                .body("code", equalTo("take-back-not-own"));
        takeBack(user, lent, Workflow.approved(user)).then().statusCode(404).body("code", equalTo("order-unknown"));
        Callers.dispatcher(owner)
                .body(new TakeBack(Workflow.approved(owner), null, " "))
                .post(ORDERS + lent + "/take-back")
                .then()
                .statusCode(400)
                .body("field", equalTo("reason"));
    }

    @Test
    void needsAnAgreementAcrossRegions() {
        Abroad abroad = new Abroad();

        refused(nation, abroad.request(), abroad.car(), "agreement-missing");
    }

    @Test
    void usesAVehicleOfAnotherRegionUnderAnAgreement() {
        Abroad abroad = new Abroad();
        String agreement = Shared.inForce(abroad.home, abroad.host);
        String order = ordered(nation, abroad.request(), abroad.car());

        Callers.dispatcher(abroad.host)
                .get(ORDERS + order + "/basis")
                .then()
                .statusCode(200)
                .body("kind", equalTo("AGREEMENT"))
                .body("id", equalTo(agreement))
                .body("firmFrom", nullValue())
                .body("estimate_fen", greaterThan(4_000));
    }

    @Test
    void refusesAnEndedAgreement() {
        Abroad abroad = new Abroad();
        String agreement = Shared.inForce(abroad.home, abroad.host);
        Shared.officer(abroad.host)
                .body(new End("不再合作"))
                .post("/api/v1/agreements/" + agreement + "/end")
                .then()
                .statusCode(200);

        refused(nation, abroad.request(), abroad.car(), "agreement-expired");
    }

    @Test
    void refusesAnAgreementThatIsOverOnTheDay() {
        Abroad abroad = new Abroad();
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        abroad.agree(Shared.agreement(Shared.published(abroad.home), tomorrow, null, null, abroad.home, abroad.host));

        refused(nation, abroad.request(), abroad.car(), "agreement-expired");
    }

    @Test
    void refusesUsesOutsideTheHoursOfTheAgreement() {
        Abroad abroad = new Abroad();
        Hours aMinute = new Hours(List.of(), LocalTime.parse("03:00"), LocalTime.parse("03:01"));
        abroad.agree(Shared.agreement(Shared.published(abroad.home), aMinute, null, abroad.home, abroad.host));

        refused(nation, abroad.request(), abroad.car(), "agreement-hours");
    }

    @Test
    void refusesUsesBeyondACapOfTheAgreement() {
        Abroad abroad = new Abroad();
        Caps oneVehicle = new Caps(1, null, null, null);
        abroad.agree(Shared.agreement(Shared.published(abroad.home), null, oneVehicle, abroad.home, abroad.host));
        String first = ordered(nation, abroad.request(), abroad.car());

        refused(nation, abroad.request(), abroad.car(), "agreement-cap");
        cancel(nation, first).then().statusCode(200);
        ordered(nation, abroad.request(), abroad.car());
    }

    /** Two authorities of two provinces, new in every test. */
    private final class Abroad {
        private final Unit home = provinces.authority("610000");
        private final Unit host = provinces.authority("620000");

        UUID request() {
            return Workflow.approved(home, NewRequests.hostedBy(NewRequests.of(home), "620000"));
        }

        Fleet.Crew car() {
            return fleet.car(host);
        }

        void agree(NewAgreement wanted) {
            assertThat(Shared.inForce(wanted, home, host)).isNotBlank();
        }
    }

    private static String ordered(Unit dispatcher, UUID request, Fleet.Crew crew) {
        return Workflow.assign(dispatcher, request, crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void refused(Unit dispatcher, UUID request, Fleet.Crew crew, @Nullable String code) {
        Workflow.assign(dispatcher, request, crew).then().statusCode(422).body("code", equalTo(code));
    }

    private static Response takeBack(Unit dispatcher, String order, UUID request) {
        return Callers.dispatcher(dispatcher)
                .body(new TakeBack(request, null, "本单位急用"))
                .post(ORDERS + order + "/take-back");
    }

    private static Response cancel(Unit dispatcher, String order) {
        return Callers.dispatcher(dispatcher)
                .body(Map.of("reason", "会议取消", "reasonCode", "REQUESTER"))
                .post(ORDERS + order + "/cancel");
    }
}
