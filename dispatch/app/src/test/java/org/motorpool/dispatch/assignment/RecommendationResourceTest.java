package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.ChargerApi.NewCharger;
import org.motorpool.dispatch.contract.OrderApi.NewOrder;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.planner.contract.DayApi;

/** Recommendations and explanations, with the planner as another system behind HTTP. */
@QuarkusTest
@QuarkusTestResource(value = FakePlanner.class, restrictToAnnotatedClass = true)
class RecommendationResourceTest {

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    private Unit huangpu;

    /** Each test has a day of its own. */
    private Instant day;

    private static int days = 200;

    @BeforeEach
    void aDay() {
        FakePlanner.fail(0);
        huangpu = organisations.huangpu();
        day = NewRequests.TOMORROW.plus(Duration.ofDays(days++));
    }

    @Test
    void recommendsPairsByNameWithCostsAndReasons() {
        fleet.car(huangpu);
        fleet.car(huangpu);
        recommend(huangpu, requestOf(day), "?limit=1&others=1")
                .statusCode(200)
                .body("best", hasSize(1))
                .body("best[0].plate", containsString("沪"))
                .body("best[0].driverName", containsString("驾驶员"))
                .body("best[0].startsAt", equalTo(day.toString()))
                .body("best[0].terms.code", equalTo(List.of("driving")))
                .body("best[0].added_fen", equalTo(1000))
                .body("dearer.count", greaterThan(0))
                .body("dearer.vehicles", hasSize(1))
                .body("dearer.vehicles[0].more_fen", equalTo(10));
        assertThat(FakePlanner.AUTHORIZATIONS).allMatch(header -> header.startsWith("Bearer "));
    }

    /** 45 km there and back by the other system; 80 % of 50 km are 40. */
    @Test
    void refusesAnElectricVehicleThatDoesNotComeSoFarWithItsFigures() {
        Unit unit = organisations.county("E310115");
        Fleet.Crew short50 = fleet.electric(unit, 50);
        Fleet.Crew enough = fleet.electric(unit, 400);
        Fleet.Crew unknown = fleet.car(unit);
        UUID wanted =
                Workflow.approved(unit, NewRequests.during(NewRequests.of(unit), day, day.plus(Duration.ofHours(2))));
        recommend(unit, wanted, "?limit=50&others=1000")
                .statusCode(200)
                .body(
                        "best.plate",
                        containsInAnyOrder(
                                enough.vehicle().plate(), unknown.vehicle().plate()))
                .body("refused.code", hasItem("energy"))
                .body(
                        "refused.find { it.code == 'energy' }.vehicles.plate",
                        equalTo(List.of(short50.vehicle().plate())))
                .body("refused.find { it.code == 'energy' }.vehicles[0].shortage.needed_km", equalTo(46))
                .body("refused.find { it.code == 'energy' }.vehicles[0].shortage.available_km", equalTo(40))
                .body(
                        "refused.find { it.code == 'energy' }.vehicles[0].shortage.text",
                        allOf(containsString("需行驶 46 公里"), containsString("the battery has 40 km")));
    }

    @Test
    void knowsAChargerAndARangeAtOnce() {
        Unit unit = organisations.county("G310115");
        Fleet.Crew crew = fleet.electric(unit, 50);
        UUID wanted =
                Workflow.approved(unit, NewRequests.during(NewRequests.of(unit), day, day.plus(Duration.ofHours(2))));
        recommend(unit, wanted, "").statusCode(200).body("best", hasSize(0));
        assertThat(FakePlanner.factsWith(crew.vehicle().id()).chargers()).isEmpty();

        Place yard = new Place("充电桩", 31.2, 121.5);
        Callers.somebody(unit, "officer-g", "FLEET_OFFICER")
                .body(new NewCharger(unit.id(), yard, 60.0, 2, true))
                .post("/api/v1/chargers")
                .then()
                .statusCode(201);
        recommend(unit, wanted, "").statusCode(200);
        DayApi.Place place = new DayApi.Place(31.2, 121.5, null);
        assertThat(FakePlanner.factsWith(crew.vehicle().id()).chargers())
                .containsExactly(new DayApi.Charger(place, 60_000, 2));

        Callers.somebody(unit, "officer-g", "FLEET_OFFICER")
                .body(Map.of("electricRange_km", 300, "chargingPower_kW", 80))
                .put("/api/v1/vehicles/" + crew.vehicle().id() + "/particulars")
                .then()
                .statusCode(200);
        recommend(unit, wanted, "")
                .statusCode(200)
                .body("best.plate", hasItem(crew.vehicle().plate()));
        assertThat(FakePlanner.factsWith(crew.vehicle().id())
                        .vehicles()
                        .getFirst()
                        .tank())
                .isEqualTo(new DayApi.Tank("ELECTRIC", 240_000, 240_000, 80_000, 188, List.of(place)));
    }

    @Test
    void givesThePlannerOrdersAsPinnedRidesAtOnce() {
        Fleet.Crew busy = fleet.car(huangpu);
        UUID wanted = requestOf(day);
        recommend(huangpu, wanted, "").statusCode(200);
        UUID ordered = requestOf(day);
        Workflow.assign(huangpu, ordered, busy).then().statusCode(201);

        recommend(huangpu, wanted, "?others=1000")
                .statusCode(200)
                .body(
                        "refused.find { it.code == 'time' }.vehicles.vehicleId",
                        hasItem(busy.vehicle().id().toString()));

        DayApi.Facts facts = FakePlanner.factsWith(busy.vehicle().id());
        assertThat(facts.rides()).singleElement().satisfies(ride -> {
            assertThat(ride.id()).isEqualTo(ordered.toString());
            assertThat(ride.promised())
                    .isEqualTo(new DayApi.Promise(
                            busy.vehicle().id().toString(), busy.driver().id().toString(), true));
            assertThat(ride.pickupTime().from()).isEqualTo(day);
            assertThat(ride.boundUntil()).isEqualTo(day.plus(Duration.ofHours(2)));
        });
    }

    /** 合乘: what is recommended is what joining admits. */
    @Test
    void recommendsWhomToRideWith() {
        Fleet.Crew crew = fleet.car(huangpu);
        UUID led = sharingOf(day);
        String lead = Workflow.assign(huangpu, led, crew)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        UUID unshared = requestOf(day);
        Workflow.assign(huangpu, unshared, fleet.car(huangpu)).then().statusCode(201);
        UUID wanted = sharingOf(day);
        recommend(huangpu, wanted, "")
                .statusCode(200)
                .body("shared", hasSize(1))
                .body("shared[0].orderId", equalTo(lead))
                .body("shared[0].plate", equalTo(crew.vehicle().plate()))
                .body("shared[0].passengers", equalTo(2))
                .body("shared[0].seats", equalTo(4))
                .body("shared[0].added_minutes", equalTo(0));
        recommend(huangpu, requestOf(day), "").statusCode(200).body("shared", hasSize(0));
        Workflow.assign(huangpu, new NewOrder(wanted, null, null, UUID.fromString(lead)))
                .then()
                .statusCode(201);
        UUID third = sharingOf(day);
        recommend(huangpu, third, "").statusCode(200).body("shared", hasSize(0));
        Workflow.assign(huangpu, new NewOrder(third, null, null, UUID.fromString(lead)))
                .then()
                .body("code", equalTo("seats-insufficient"));
    }

    private UUID sharingOf(Instant departAt) {
        return Workflow.approved(
                huangpu,
                NewRequests.shared(
                        NewRequests.during(NewRequests.of(huangpu), departAt, departAt.plus(Duration.ofHours(2)))));
    }

    @Test
    void readsTheDayOnceForAllWhoAskMeanwhile() {
        UUID wanted = requestOf(day);
        fleet.car(huangpu);
        recommend(huangpu, wanted, "").statusCode(200);
        int before = FakePlanner.PUTS.get();
        recommend(huangpu, wanted, "").statusCode(200);
        recommend(huangpu, wanted, "?limit=3").statusCode(200);
        assertThat(FakePlanner.PUTS).hasValue(before);
    }

    @Test
    void namesTheRuleThatRefusesVehiclesOfAnotherProvince() {
        fleet.car(huangpu);
        Fleet.Crew far = fleet.car(fleet.nanjing());
        Unit nation = organisations.nation();
        recommend(nation, requestOf(day), "?others=1000")
                .statusCode(200)
                .body("refused.find { it.code == 'region-not-serving' }.clause", not(nullValue()))
                .body(
                        "refused.find { it.code == 'region-not-serving' }.vehicles.plate",
                        hasItem(far.vehicle().plate()));
    }

    @Test
    void pagesThroughEveryOtherVehicleWithItsReason() {
        fleet.car(huangpu);
        fleet.car(huangpu);
        Fleet.Crew busy = fleet.car(huangpu);
        UUID wanted = requestOf(day);
        Workflow.assign(huangpu, requestOf(day), busy).then().statusCode(201);
        String path = "/api/v1/requests/" + wanted + "/recommendations/others";
        String next = Callers.dispatcher(huangpu)
                .get(path + "?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("next");
        Callers.dispatcher(huangpu)
                .queryParam("cursor", next)
                .get(path + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.plate", everyItem(not(equalTo(next))));
        Callers.dispatcher(huangpu)
                .get(path + "?reason=time")
                .then()
                .statusCode(200)
                .body("items.plate", equalTo(List.of(busy.vehicle().plate())))
                .body("items.reason", equalTo(List.of("time")));
    }

    @Test
    void givesTheDayAgainWhenThePlannerForgotIt() {
        fleet.car(huangpu);
        UUID wanted = requestOf(day);
        recommend(huangpu, wanted, "").statusCode(200);
        FakePlanner.forget();
        recommend(huangpu, wanted, "").statusCode(200).body("best[0].plate", containsString("沪"));
    }

    @Test
    void saysWhatToDoWhenThePlannerDoesNotAnswer() {
        UUID wanted = requestOf(day);
        FakePlanner.fail(1);
        recommend(huangpu, wanted, "")
                .statusCode(503)
                .body("code", equalTo("planner-unavailable"))
                .body("detail", containsString("assign by hand"));
        Fleet.Crew crew = fleet.car(huangpu);
        Workflow.assign(huangpu, wanted, crew).then().statusCode(201);
    }

    @Test
    void passesOnWhatIsWrongWithTheRequest() {
        fleet.car(huangpu);
        UUID wanted = Workflow.approved(
                huangpu,
                NewRequests.withPassengers(
                        NewRequests.during(NewRequests.of(huangpu), day, day.plus(Duration.ofHours(2))), 55));
        recommend(huangpu, wanted, "").statusCode(422).body("code", equalTo("invalid"));
    }

    @Test
    void isForDispatchersOfTheRequestOnly() {
        UUID wanted = requestOf(day);
        recommend(organisations.pudong(), wanted, "").statusCode(404).body("code", equalTo("request-unknown"));
        recommend(huangpu, UUID.randomUUID(), "").statusCode(404).body("code", equalTo("request-unknown"));
        Callers.requester(huangpu)
                .get("/api/v1/requests/" + wanted + "/recommendations")
                .then()
                .statusCode(403);
    }

    @Test
    void recommendsAnotherVehicleBeforeDeparture() {
        Fleet.Crew broken = fleet.car(huangpu);
        Fleet.Crew other = fleet.car(huangpu);
        UUID served = requestOf(day);
        Workflow.assign(huangpu, served, broken).then().statusCode(201);
        recommend(huangpu, served, "?limit=50&others=1000")
                .statusCode(200)
                .body("best.plate", hasItem(other.vehicle().plate()))
                .body("best.plate", not(hasItem(broken.vehicle().plate())))
                .body(
                        "refused.find { it.code == 'assigned-already' }.vehicles.plate",
                        equalTo(List.of(broken.vehicle().plate())));
    }

    @Test
    void refusesARequestThatWaitsForNoVehicle() {
        String submitted = Callers.requester(huangpu)
                .body(NewRequests.of(huangpu))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        UUID request = UUID.fromString(submitted);
        recommend(huangpu, request, "").statusCode(409).body("code", equalTo("request-state"));
        recommend(huangpu, request, "?limit=0").statusCode(400).body("field", equalTo("limit"));
        recommend(huangpu, request, "?limit=51").statusCode(400).body("field", equalTo("limit"));
    }

    private UUID requestOf(Instant departAt) {
        return Workflow.approved(
                huangpu, NewRequests.during(NewRequests.of(huangpu), departAt, departAt.plus(Duration.ofHours(2))));
    }

    private static ValidatableResponse recommend(Unit unit, UUID request, String query) {
        return Callers.dispatcher(unit)
                .get("/api/v1/requests/" + request + "/recommendations" + query)
                .then();
    }
}
