package org.motorpool.dispatch.federation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.contract.FederationApi.NewInquiry;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.trip.FakeTelematics;

/** All uses of one matter 一事一结 are on one bill when it is over, and on a further one what comes later. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class MatterBillTest {

    private static final String BILLS = "/api/v1/cross-region-bills/";

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Pacts pacts;

    @Inject
    Guest guest;

    @Inject
    UnreliablePeer line;

    private Unit pudong;
    private Unit shanghai;
    private Unit hangzhou;
    private UUID agreement;
    private String matter;

    @BeforeEach
    void agreedByTheMatter() {
        pudong = organisations.pudong();
        shanghai = organisations.shanghai();
        hangzhou = fleet.hangzhou();
        agreement = guest.agreed("PER_MATTER");
        matter = "沪杭论坛 " + agreement;
    }

    @AfterEach
    void aGoodLine() {
        line.turnBad(false);
    }

    /** Two uses of 22.22 CNY; a toll of 15 CNY that comes after the bill is on a further one. */
    @Test
    void allUsesOfAMatterAreOnOneBillWhenItIsOver() {
        line.turnBad(true);
        String first = booked(Instant.now());
        String second = booked(Instant.now());
        Fleet.Crew crew = fleet.car(hangzhou);
        String order = guest.billed(first, hangzhou, crew);
        Guest.at(pudong, first).body("billId", nullValue()).body("confirmBy", nullValue());
        Guest.officerActs(pudong, first, "confirm-bill", Map.of("total_fen", 2222))
                .statusCode(409)
                .body("code", equalTo("case-monthly"));
        guest.billed(second, hangzhou, fleet.car(hangzhou));
        await().atMost(Guest.PATIENCE).until(() -> bill(4444) != null);
        String bill = bill(4444);
        Guest.officer(shanghai)
                .get(BILLS + bill)
                .then()
                .body("bill.matter", equalTo(matter))
                .body("bill.month", nullValue())
                .body("bill.uses", equalTo(2))
                .body(
                        "uses.caseId",
                        containsInAnyOrder(Guest.path(pudong, first, "caseId"), Guest.path(pudong, second, "caseId")));
        Guest.officer(shanghai)
                .body(Map.of("total_fen", 4444))
                .post(BILLS + bill + "/confirm")
                .then()
                .statusCode(200);
        Guest.toll(hangzhou, crew, order, 1500);
        await().atMost(Guest.PATIENCE).until(() -> bill(1500) != null);
        Guest.officer(shanghai)
                .get(BILLS + bill(1500))
                .then()
                .body("bill.matter", equalTo(matter))
                .body("uses[0].supplementOf", equalTo(Guest.path(pudong, first, "caseId")));
    }

    @Test
    void aMatterThatIsNotOverIsBilledOnDemand() {
        String home = booked(Instant.now().plus(Duration.ofDays(3)));
        guest.billed(home, hangzhou, fleet.car(hangzhou));
        Guest.officer(hangzhou)
                .body(Map.of(
                        "unitId",
                        hangzhou.id(),
                        "agreementId",
                        agreement,
                        "peerCode",
                        "310000",
                        "matter",
                        matter,
                        "month",
                        "2026-11"))
                .post(BILLS)
                .then()
                .statusCode(400)
                .body("field", equalTo("matter"));
        issue().statusCode(201).body("bill.total_fen", equalTo(2222)).body("bill.matter", equalTo(matter));
        issue().statusCode(409).body("code", equalTo("nothing-to-settle"));
    }

    @Test
    void theMatterOfARequestOfAnEventIsTheEvent() {
        UUID request = guest.approved("330100");
        String event = pacts.event(request, pudong);
        String home = guest.inquired(request);
        Guest.at(pudong, home).body("inquiry.matter.name", equalTo(event));
        Guest.at(hangzhou, guest.hostOf(home, hangzhou)).body("inquiry.matter.name", equalTo(event));
    }

    @Test
    void aUseWithoutAMatterIsBilledByItself() {
        String home = guest.booked(guest.approved("330100"), hangzhou);
        guest.billed(home, hangzhou, fleet.car(hangzhou));
        Guest.officerActs(pudong, home, "confirm-bill", Map.of("total_fen", 2222))
                .statusCode(200);
    }

    @Test
    void aMatterHasAnEnd() {
        UUID request = guest.approved("330100");
        Guest.dispatcher(pudong)
                .body(Map.of("requestId", request, "contact", "张三", "matter", matter))
                .post(Guest.ROOT)
                .then()
                .statusCode(400)
                .body("field", equalTo("matterEndsAt"));
        Guest.dispatcher(pudong)
                .body(Map.of("requestId", request, "contact", "张三", "matterEndsAt", "2026-12-01T00:00:00Z"))
                .post(Guest.ROOT)
                .then()
                .statusCode(400)
                .body("field", equalTo("matterEndsAt"));
    }

    private String booked(Instant endsAt) {
        UUID request = guest.approved("330100");
        return guest.booked(guest.inquired(new NewInquiry(request, "张三 139", matter, endsAt)), hangzhou);
    }

    private io.restassured.response.ValidatableResponse issue() {
        return Guest.officer(hangzhou)
                .body(Map.of("unitId", hangzhou.id(), "agreementId", agreement, "peerCode", "310000", "matter", matter))
                .post(BILLS)
                .then();
    }

    /** The complete bill of the matter at home that comes to this. */
    private String bill(int fen) {
        return Guest.officer(shanghai)
                .get(BILLS + "?limit=1000")
                .jsonPath()
                .getString(
                        "items.find { it.matter == '%s' && it.total_fen == %d && it.complete && it.role == 'HOME' }?.id"
                                .formatted(matter, fen));
    }
}
