package org.motorpool.dispatch.sharing;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.AgreementApi;
import org.motorpool.dispatch.contract.AgreementApi.Caps;
import org.motorpool.dispatch.contract.AgreementApi.Hours;
import org.motorpool.dispatch.contract.AgreementApi.NewAgreement;
import org.motorpool.dispatch.contract.PoolOfferApi.NewOffer;
import org.motorpool.dispatch.contract.PoolOfferApi.Terms;
import org.motorpool.dispatch.contract.TariffApi.NewTariff;
import org.motorpool.dispatch.contract.TariffApi.Rate;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;

/** Object mother: tariffs, offers and agreements, made over REST as people make them. */
public final class Shared {

    public static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    public static final LocalDate LAST = LocalDate.parse("2100-01-01");
    /** Ends before agreements that tests make for themselves, so that theirs are judged by. */
    private static final LocalDate BEFORE_OTHERS = LocalDate.parse("2090-01-01");

    static final Terms ANYTHING = new Terms(List.of(), List.of(), null, null);

    private Shared() {}

    public static RequestSpecification officer(Unit unit) {
        return Callers.somebody(unit, "officer-" + unit.code().toLowerCase(), "FLEET_OFFICER");
    }

    public static NewTariff tariff(Unit unit, Rate... rates) {
        return tariff(unit, null, FIRST, null, rates);
    }

    static NewTariff tariff(Unit unit, @Nullable UUID next, LocalDate from, @Nullable LocalDate to, Rate... rates) {
        return new NewTariff(
                unit.id(),
                next,
                "一般公务用车",
                rates.length == 0,
                List.of(rates),
                List.of("TOLL", "PARKING"),
                Tariffs.TO_FEN,
                from,
                to);
    }

    /** The id of a published tariff of 2 CNY/km. */
    public static UUID published(Unit unit) {
        String id = draft(unit, tariff(unit, Tariffs.perKilometre(200)));
        act(unit, "/api/v1/tariffs/" + id + "/versions/1/publish").then().statusCode(200);
        return UUID.fromString(id);
    }

    static String draft(Unit unit, NewTariff wanted) {
        return officer(unit)
                .body(wanted)
                .post("/api/v1/tariffs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response act(Unit unit, String path) {
        return officer(unit).post(path);
    }

    public static NewOffer offer(Unit owner, @Nullable UUID tariffId, int cutoffHours, Unit... users) {
        return offer(owner, ANYTHING, tariffId, cutoffHours, users);
    }

    static NewOffer offer(Unit owner, Terms terms, @Nullable UUID tariffId, int cutoffHours, Unit... users) {
        return new NewOffer(
                owner.id(),
                "共享车辆",
                false,
                terms,
                tariffId == null,
                tariffId,
                cutoffHours,
                Stream.of(users).map(Unit::code).toList(),
                FIRST,
                LAST);
    }

    /** The id of an offer. */
    public static String offered(Unit owner, NewOffer wanted) {
        return officer(owner)
                .body(wanted)
                .post("/api/v1/pool-offers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static NewAgreement agreement(UUID tariffId, @Nullable Hours hours, @Nullable Caps caps, Unit... parties) {
        return agreement(tariffId, LAST, hours, caps, parties);
    }

    static NewAgreement agreement(
            UUID tariffId, LocalDate to, @Nullable Hours hours, @Nullable Caps caps, Unit... parties) {
        return new NewAgreement(
                "协议-" + UUID.randomUUID(),
                "跨区域公务用车协议",
                Stream.of(parties).map(Unit::code).toList(),
                FIRST,
                to,
                new AgreementApi.Terms(
                        List.of("QT"), hours, caps, tariffId, "MONTHLY", List.of("ODOMETER"), 10, false, "各负其责"));
    }

    /** An agreement in force whose last day has passed. */
    static Agreement over(Unit one, Unit other, UUID tariffId) {
        NewAgreement wanted = agreement(tariffId, LocalDate.parse("2026-01-02"), null, null, one, other);
        return new Agreement(
                new AgreementApi.Agreement(
                        Ids.next(),
                        wanted.number(),
                        wanted.title(),
                        "IN_FORCE",
                        Stream.of(one, other)
                                .map(unit -> new AgreementApi.Party(
                                        unit.id(),
                                        unit.name(),
                                        unit.regionCode(),
                                        unit.code(),
                                        Instant.parse("2026-01-01T00:00:00Z")))
                                .toList(),
                        wanted.validFrom(),
                        wanted.validTo(),
                        wanted.terms(),
                        null,
                        0),
                List.of(one.path(), other.path()));
    }

    /** The id of a draft. */
    static String drawnUp(Unit unit, NewAgreement wanted) {
        return officer(unit)
                .body(wanted)
                .post("/api/v1/agreements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of an agreement in force between two authorities. */
    public static String inForce(Unit one, Unit other) {
        return inForce(agreement(published(one), BEFORE_OTHERS, null, null, one, other), one, other);
    }

    static String inForce(NewAgreement wanted, Unit one, Unit other) {
        String id = drawnUp(one, wanted);
        act(one, "/api/v1/agreements/" + id + "/offer").then().statusCode(200);
        act(other, "/api/v1/agreements/" + id + "/sign").then().statusCode(200);
        return id;
    }
}
