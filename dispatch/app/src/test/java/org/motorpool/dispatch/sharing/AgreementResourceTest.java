package org.motorpool.dispatch.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.AgreementApi.Caps;
import org.motorpool.dispatch.contract.AgreementApi.End;
import org.motorpool.dispatch.contract.AgreementApi.NewAgreement;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;

@QuarkusTest
class AgreementResourceTest {

    private static final String AGREEMENTS = "/api/v1/agreements/";

    @Inject
    Provinces provinces;

    @Inject
    AgreementExpiry expiry;

    @Inject
    AgreementService agreements;

    @Inject
    ScopedTransactions transactions;

    private Unit shaanxi;
    private Unit gansu;

    @BeforeEach
    void authorities() {
        shaanxi = provinces.authority("610000");
        gansu = provinces.authority("620000");
    }

    @Test
    void isInForceWhenBothSidesHaveSigned() {
        String id = drawnUp();

        Shared.act(shaanxi, AGREEMENTS + id + "/offer")
                .then()
                .statusCode(200)
                .body("status", equalTo("OFFERED"))
                .body("parties[0].signedBy", equalTo("officer-" + shaanxi.code().toLowerCase()));
        Shared.act(gansu, AGREEMENTS + id + "/sign")
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("version", equalTo(2));
    }

    @Test
    void isSignedByNobodyForTwoParties() {
        String id = drawnUp();
        Shared.act(shaanxi, AGREEMENTS + id + "/offer").then().statusCode(200);

        Shared.act(shaanxi, AGREEMENTS + id + "/sign").then().statusCode(409).body("code", equalTo("agreement-signed"));
        Shared.officer(provinces.nation())
                .post(AGREEMENTS + id + "/sign")
                .then()
                .statusCode(409)
                .body("code", equalTo("agreement-signed"));
        Shared.officer(gansu).get(AGREEMENTS + id).then().body("status", equalTo("OFFERED"));
    }

    @Test
    void isSeenByItsPartiesAndNobodyElse() {
        String id = drawnUp();

        Shared.officer(gansu).get(AGREEMENTS + id).then().statusCode(200).body("parties", hasSize(2));
        Shared.officer(provinces.inXian())
                .get(AGREEMENTS + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("agreement-unknown"));
        List<String> others = Shared.officer(provinces.inXian())
                .get(AGREEMENTS + "?limit=1000")
                .path("items.id");
        assertThat(others).doesNotContain(id);
        Shared.act(provinces.inXian(), AGREEMENTS + id + "/sign").then().statusCode(404);
    }

    @Test
    void showsItsTariffToBothParties() {
        UUID tariff = Shared.published(shaanxi);
        String path = "/api/v1/tariffs/" + tariff + "/versions/1";
        Shared.officer(gansu).get(path).then().statusCode(404);

        Shared.drawnUp(shaanxi, Shared.agreement(tariff, null, null, shaanxi, gansu));

        Shared.officer(gansu).get(path).then().statusCode(200);
    }

    @Test
    void endsByEitherPartyWithAReason() {
        String id = Shared.inForce(shaanxi, gansu);

        Shared.officer(gansu)
                .body(new End(" "))
                .post(AGREEMENTS + id + "/end")
                .then()
                .statusCode(400);
        Shared.officer(gansu)
                .body(new End("另行签订"))
                .post(AGREEMENTS + id + "/end")
                .then()
                .statusCode(200)
                .body("status", equalTo("ENDED"))
                .body("endReason", equalTo("另行签订"));
        Shared.act(shaanxi, AGREEMENTS + id + "/sign").then().statusCode(409).body("code", equalTo("agreement-state"));
    }

    @Test
    void isNotSignedAnyMoreWhenItsTimeIsOver() {
        NewAgreement over =
                Shared.agreement(Shared.published(shaanxi), LocalDate.parse("2026-01-02"), null, null, shaanxi, gansu);
        String id = Shared.drawnUp(shaanxi, over);
        Shared.act(shaanxi, AGREEMENTS + id + "/offer").then().statusCode(200);

        Shared.act(gansu, AGREEMENTS + id + "/sign").then().statusCode(409).body("code", equalTo("agreement-expired"));
    }

    @Test
    void expiresWhenItsTimeIsOver() throws Throwable {
        Agreement over = Shared.over(shaanxi, gansu, Shared.published(shaanxi));
        VertxContextSupport.subscribeAndAwait(
                () -> transactions.inTransaction(Scope.SYSTEM, session -> agreements.add(session, List.of(over))));

        VertxContextSupport.subscribeAndAwait(() -> expiry.expire());

        Shared.officer(gansu)
                .get(AGREEMENTS + over.id())
                .then()
                .body("status", equalTo("EXPIRED"))
                .body("version", equalTo(1));
    }

    @Test
    void needsAPublishedTariffOfTheProposer() {
        UUID foreign = Shared.published(gansu);
        UUID draft = UUID.fromString(Shared.draft(shaanxi, Shared.tariff(shaanxi)));

        refused(Shared.agreement(foreign, null, null, shaanxi, gansu), "terms.tariffId");
        String id = Shared.drawnUp(shaanxi, Shared.agreement(draft, null, null, shaanxi, gansu));
        Shared.act(shaanxi, AGREEMENTS + id + "/offer")
                .then()
                .statusCode(409)
                .body("code", equalTo("tariff-not-in-force"));
    }

    @Test
    void refusesPartiesThatAreNone() {
        UUID tariff = Shared.published(shaanxi);

        refused(Shared.agreement(tariff, null, null, shaanxi), "unitCodes");
        refused(Shared.agreement(tariff, null, null, shaanxi, shaanxi), "unitCodes");
        refused(Shared.agreement(tariff, null, null, gansu, shaanxi), "unitCodes");
        refused(Shared.agreement(tariff, null, null, shaanxi, provinces.nation()), "unitCodes");
    }

    @Test
    void refusesTermsThatAreNone() {
        UUID tariff = Shared.published(shaanxi);

        refused(Shared.agreement(tariff, Shared.FIRST, null, null, shaanxi, gansu), "validTo");
        refused(Shared.agreement(tariff, null, new Caps(-1, null, null, null), shaanxi, gansu), "terms.caps.vehicles");
    }

    @Test
    void keepsItsNumberForItself() {
        NewAgreement wanted = Shared.agreement(Shared.published(shaanxi), null, null, shaanxi, gansu);
        Shared.drawnUp(shaanxi, wanted);

        Shared.officer(shaanxi)
                .body(wanted)
                .post(AGREEMENTS)
                .then()
                .statusCode(409)
                .body("code", equalTo("agreement-number-taken"));
    }

    @Test
    void isSignedOncePerKeyAndNotByWhoReadItBefore() {
        String id = drawnUp();
        Shared.act(shaanxi, AGREEMENTS + id + "/offer").then().statusCode(200);
        Shared.officer(gansu)
                .header("If-Match", "\"0\"")
                .post(AGREEMENTS + id + "/sign")
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Shared.officer(gansu)
                    .header("Idempotency-Key", key)
                    .post(AGREEMENTS + id + "/sign")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("IN_FORCE"));
        }
    }

    private String drawnUp() {
        return Shared.drawnUp(shaanxi, Shared.agreement(Shared.published(shaanxi), null, null, shaanxi, gansu));
    }

    private void refused(NewAgreement wanted, String field) {
        Shared.officer(shaanxi)
                .body(wanted)
                .post("/api/v1/agreements")
                .then()
                .statusCode(400)
                .body("field", equalTo(field));
    }
}
