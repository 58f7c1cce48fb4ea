package org.motorpool.dispatch.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.contract.AgreementApi.Hours;
import org.motorpool.dispatch.contract.PoolOfferApi.NewOffer;
import org.motorpool.dispatch.contract.PoolOfferApi.Terms;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;

@QuarkusTest
class PoolOfferResourceTest {

    private static final String OFFERS = "/api/v1/pool-offers/";

    @Inject
    Provinces provinces;

    @Inject
    Fleet fleet;

    private Unit owner;
    private Unit user;

    @BeforeEach
    void units() {
        owner = provinces.inXian();
        user = provinces.inBaoji();
    }

    @Test
    void showsItsVehiclesToWhoMayUseThem() {
        Fleet.Crew crew = fleet.car(owner);
        String id = Shared.offered(owner, Shared.offer(owner, null, 0, user));

        Callers.dispatcher(user)
                .get(OFFERS + id + "/vehicles")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1))
                .body("[0].plate", equalTo(crew.vehicle().plate()))
                .body("[0].driverId", equalTo(crew.driver().id().toString()));
        Callers.dispatcher(user)
                .get("/api/v1/vehicles/" + crew.vehicle().id())
                .then()
                .statusCode(404);
    }

    @Test
    void isSeenByItsUnitAndWhoMayUseItAndNobodyElse() {
        String id = Shared.offered(owner, Shared.offer(owner, null, 0, user));

        Callers.dispatcher(user).get(OFFERS + id).then().statusCode(200).body("free", equalTo(true));
        Callers.dispatcher(owner).get(OFFERS + id).then().statusCode(200);
        Unit other = provinces.inLanzhou();
        Callers.dispatcher(other).get(OFFERS + id).then().statusCode(404).body("code", equalTo("offer-unknown"));
        Callers.dispatcher(other).get(OFFERS + id + "/vehicles").then().statusCode(404);
        List<String> ids = Callers.dispatcher(other).get(OFFERS + "?limit=1000").path("items.id");
        assertThat(ids).doesNotContain(id);
    }

    @Test
    void isWithdrawnByItsUnitOnly() {
        String id = Shared.offered(owner, Shared.offer(owner, null, 0, user));

        Shared.act(user, OFFERS + id + "/withdraw").then().statusCode(403);
        Shared.officer(owner)
                .header("If-Match", "\"5\"")
                .post(OFFERS + id + "/withdraw")
                .then()
                .statusCode(412);
        Shared.act(owner, OFFERS + id + "/withdraw").then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        Shared.act(owner, OFFERS + id + "/withdraw").then().statusCode(409).body("code", equalTo("offer-state"));
        Callers.dispatcher(user).get(OFFERS + id + "/vehicles").then().body("size()", equalTo(0));
    }

    @Test
    void isPricedOrFreeAndNeverBoth() {
        UUID tariff = Shared.published(owner);
        NewOffer priced = Shared.offer(owner, tariff, 0, user);

        refused(with(priced, true, tariff), "free");
        refused(with(priced, false, null), "tariffId");
        refused(with(priced, false, Shared.published(user)), "tariffId");
        Shared.offered(owner, priced);
    }

    @Test
    void refusesTermsThatAreNone() {
        Hours backwards = new Hours(List.of(), LocalTime.parse("18:00"), LocalTime.parse("08:00"));
        Hours eighthDay = new Hours(List.of(8), LocalTime.parse("08:00"), LocalTime.parse("18:00"));

        refused(offer(new Terms(List.of(), List.of(), backwards, null)), "terms.hours.to");
        refused(offer(new Terms(List.of(), List.of(), eighthDay, null)), "terms.hours.days");
        refused(offer(new Terms(List.of(), List.of(), null, -3)), "terms.radius_km");
        refused(Shared.offer(owner, null, -1, user), "cutoffHours");
        refused(Shared.offer(owner, null, 0), "userCodes");
    }

    @Test
    void isMadeForOwnUnitsOnly() {
        Shared.officer(user)
                .body(Shared.offer(owner, null, 0, user))
                .post(OFFERS)
                .then()
                .statusCode(404)
                .body("code", equalTo("unit-unknown"));
    }

    @Test
    void isMadeOncePerKey() {
        String key = UUID.randomUUID().toString();
        NewOffer wanted = Shared.offer(owner, null, 0, user);

        assertThat(made(wanted, key)).isEqualTo(made(wanted, key));
    }

    private String made(NewOffer wanted, String key) {
        return Shared.officer(owner)
                .header("Idempotency-Key", key)
                .body(wanted)
                .post(OFFERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private NewOffer offer(Terms terms) {
        return Shared.offer(owner, terms, null, 0, user);
    }

    private static NewOffer with(NewOffer offer, boolean free, UUID tariffId) {
        return new NewOffer(
                offer.unitId(),
                offer.name(),
                offer.unitsBelow(),
                offer.terms(),
                free,
                tariffId,
                offer.cutoffHours(),
                offer.userCodes(),
                offer.validFrom(),
                offer.validTo());
    }

    private void refused(NewOffer wanted, String field) {
        Shared.officer(owner).body(wanted).post(OFFERS).then().statusCode(400).body("field", equalTo(field));
    }
}
