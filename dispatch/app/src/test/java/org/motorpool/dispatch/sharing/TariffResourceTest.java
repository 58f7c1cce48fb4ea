package org.motorpool.dispatch.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.TariffApi.End;
import org.motorpool.dispatch.contract.TariffApi.NewTariff;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;

@QuarkusTest
class TariffResourceTest {

    private static final String TARIFFS = "/api/v1/tariffs";

    @Inject
    Provinces provinces;

    private Unit xian;

    @BeforeEach
    void unit() {
        xian = provinces.inXian();
    }

    @Test
    void publishesADraftAndNeverChangesItAgain() {
        String id = Shared.draft(xian, Shared.tariff(xian, Tariffs.perKilometre()));
        String version = TARIFFS + "/" + id + "/versions/1";

        Shared.act(xian, version + "/publish")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("PUBLISHED"))
                .body("rates[0].tiers", hasSize(2));
        Shared.act(xian, version + "/publish").then().statusCode(409).body("code", equalTo("tariff-state"));
        Shared.act(xian, version + "/withdraw").then().statusCode(409).body("code", equalTo("tariff-state"));
    }

    @Test
    void refusesAVersionThatOverlapsAnotherUntilThatEnds() {
        UUID id = Shared.published(xian);
        LocalDate next = LocalDate.parse("2030-01-01");
        Shared.draft(xian, Shared.tariff(xian, id, next, null, Tariffs.perKilometre(220)));
        String versions = TARIFFS + "/" + id + "/versions/";

        Shared.act(xian, versions + "2/publish").then().statusCode(409).body("code", equalTo("tariff-overlap"));
        Shared.officer(xian).body(new End(next)).post(versions + "1/end").then().statusCode(200);
        Shared.act(xian, versions + "2/publish").then().statusCode(200).body("tariffVersion", equalTo(2));
        Shared.officer(xian).get(TARIFFS + "/" + id + "/versions").then().body("tariffVersion", equalTo(List.of(2, 1)));
    }

    @Test
    void refusesANegativePrice() {
        refused(Shared.tariff(xian, Tariffs.perKilometre(-1)), "rates[0].tiers.fen_per_km");
    }

    @Test
    void refusesAPriceThatIsFreeAtOnce() {
        NewTariff priced = Shared.tariff(xian, Tariffs.perKilometre(180));
        refused(
                new NewTariff(
                        priced.unitId(),
                        null,
                        priced.name(),
                        true,
                        priced.rates(),
                        priced.passThrough(),
                        priced.rounding(),
                        priced.effectiveFrom(),
                        null),
                "free");
    }

    @Test
    void refusesAPriceOfNothingThatIsNotCalledFree() {
        refused(Shared.tariff(xian, Tariffs.perKilometre(0)), "rates[0]");
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        refused(Shared.tariff(xian, null, Shared.FIRST, Shared.FIRST, Tariffs.perKilometre(180)), "effectiveTo");
    }

    @Test
    void showsATariffToItsUnitAndThoseBelowOnly() {
        String id = Shared.draft(provinces.shaanxi(), Shared.tariff(provinces.shaanxi()));
        String path = TARIFFS + "/" + id + "/versions/1";

        Callers.requester(xian).get(path).then().statusCode(200).body("free", equalTo(true));
        Callers.requester(provinces.inLanzhou())
                .get(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("tariff-unknown"));
        Shared.act(xian, path + "/publish").then().statusCode(403);
        Shared.act(provinces.inLanzhou(), path + "/publish").then().statusCode(404);
    }

    @Test
    void refusesAStaleVersion() {
        String id = Shared.draft(xian, Shared.tariff(xian));

        Shared.officer(xian)
                .header("If-Match", "\"7\"")
                .post(TARIFFS + "/" + id + "/versions/1/publish")
                .then()
                .statusCode(412)
                .body("code", equalTo("version-stale"));
    }

    @Test
    void makesATariffOncePerKey() {
        String key = UUID.randomUUID().toString();
        NewTariff wanted = Shared.tariff(xian);
        String first = created(wanted, key);

        assertThat(created(wanted, key)).isEqualTo(first);
        Shared.officer(xian)
                .header("Idempotency-Key", key)
                .body(Shared.tariff(xian, Tariffs.perKilometre(180)))
                .post(TARIFFS)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    private String created(NewTariff wanted, String key) {
        return Shared.officer(xian)
                .header("Idempotency-Key", key)
                .body(wanted)
                .post(TARIFFS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void refused(NewTariff wanted, String field) {
        Shared.officer(xian).body(wanted).post(TARIFFS).then().statusCode(400).body("field", equalTo(field));
    }
}
