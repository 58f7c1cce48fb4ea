package org.motorpool.dispatch.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.contract.AgreementApi.Hours;
import org.motorpool.dispatch.contract.PoolOfferApi;
import org.motorpool.dispatch.contract.PoolOfferApi.Terms;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleFile;

class SharingBookTest {

    private static final Unit SHANGHAI = unit("310000", "/100000/");
    private static final Unit PUDONG = unit("310115", "/100000/310000/");
    private static final Unit HUANGPU = unit("310101", "/100000/310000/");
    private static final Unit HANGZHOU = unit("330100", "/100000/");
    private static final VehicleFile LENT = Fleet.vehicle(HUANGPU, 1);
    private static final Terms ANYTHING = new Terms(List.of(), List.of(), null, null);

    @Test
    void needsNothingForAnOwnVehicle() {
        assertThat(SharingBook.EMPTY.judge(use(), Fleet.vehicle(PUDONG, 2))).isEqualTo(new SharingVerdict.Own());
    }

    @Test
    void refusesAnotherUnitsVehicleThatNobodyOffers() {
        assertThat(rule()).isEqualTo("offer-missing");
    }

    @Test
    void takesAnOfferOfTheUnitOrAPoolOfOneAboveIt() {
        PoolOffer own = offer(HUANGPU, false, ANYTHING, PUDONG);
        PoolOffer pool = offer(SHANGHAI, true, ANYTHING, SHANGHAI);

        assertThat(judge(own)).isEqualTo(new SharingVerdict.Offered(own));
        assertThat(judge(pool)).isEqualTo(new SharingVerdict.Offered(pool));
        assertThat(judge(pool, own)).isEqualTo(new SharingVerdict.Offered(own));
    }

    @Test
    void refusesAnOfferOfOthersOrToOthers() {
        assertThat(rule(offer(SHANGHAI, false, ANYTHING, SHANGHAI))).isEqualTo("offer-missing");
        assertThat(rule(offer(HUANGPU, false, ANYTHING, HANGZHOU))).isEqualTo("offer-missing");
        assertThat(rule(offer(PUDONG, true, ANYTHING, PUDONG))).isEqualTo("offer-missing");
    }

    @Test
    void lendsOnlyTheVehiclesAndCategoriesThatAreOffered() {
        assertThat(rule(offer(HUANGPU, false, new Terms(List.of(new UUID(9, 9)), List.of(), null, null), PUDONG)))
                .isEqualTo("offer-missing");
        assertThat(rule(offer(HUANGPU, false, new Terms(List.of(), List.of("YJBZ"), null, null), PUDONG)))
                .isEqualTo("offer-missing");
    }

    @Test
    void lendsWithinTheHoursOnly() {
        Hours mornings = new Hours(List.of(), LocalTime.parse("08:00"), LocalTime.parse("12:00"));

        assertThat(rule(offer(HUANGPU, false, new Terms(List.of(), List.of(), mornings, null), PUDONG)))
                .isEqualTo("offer-hours");
    }

    @Test
    void lendsWithinTheRadiusOnly() {
        assertThat(rule(offer(HUANGPU, false, new Terms(List.of(), List.of(), null, 5), PUDONG)))
                .isEqualTo("offer-radius");
        assertThat(judge(offer(HUANGPU, false, new Terms(List.of(), List.of(), null, 200), PUDONG)))
                .isInstanceOf(SharingVerdict.Offered.class);
    }

    @Test
    void letsUsersTakeWhatTheUnitItselfOffersButNotFromAPool() {
        assertThat(offer(HUANGPU, false, ANYTHING, PUDONG).lends(LENT)).isTrue();
        assertThat(offer(SHANGHAI, true, ANYTHING, SHANGHAI).lends(LENT)).isFalse();
    }

    @Test
    void needsAnAgreementForAnotherProvinceWhateverIsOffered() {
        PoolOffer offered = offer(HANGZHOU, false, ANYTHING, PUDONG);
        SharingVerdict verdict = new SharingBook(List.of(offered), List.of()).judge(use(), Fleet.vehicle(HANGZHOU, 3));

        assertThat(verdict).isInstanceOfSatisfying(SharingVerdict.Refused.class, refused -> assertThat(
                        refused.violation().rule())
                .isEqualTo("agreement-missing"));
    }

    private static String rule(PoolOffer... offers) {
        return switch (judge(offers)) {
            case SharingVerdict.Refused refused -> refused.violation().rule();
            case SharingVerdict.Own _, SharingVerdict.Offered _, SharingVerdict.Agreed _ -> "";
        };
    }

    private static SharingVerdict judge(PoolOffer... offers) {
        return new SharingBook(List.of(offers), List.of()).judge(use(), LENT);
    }

    /** Monday, 9 to 17 o'clock in China, from a place about 50 km off. */
    private static WantedUse use() {
        Place pickup = new Place("淀山湖", 31.12, 121.0);
        RequestApi.Request request = new RequestApi.Request(
                new UUID(0, 5),
                "YC-310115-20261123-0001",
                "APPROVED",
                PUDONG.id(),
                PUDONG.name(),
                PUDONG.regionCode(),
                null,
                "张三",
                "参加会议",
                "QT",
                2,
                pickup,
                pickup,
                Instant.parse("2026-11-23T01:00:00Z"),
                Instant.parse("2026-11-23T09:00:00Z"),
                Instant.parse("2026-11-22T01:00:00Z"),
                null,
                null,
                null,
                0);
        return new WantedUse(request, PUDONG.path());
    }

    private static PoolOffer offer(Unit owner, boolean unitsBelow, Terms terms, Unit user) {
        return new PoolOffer(
                new PoolOfferApi.Offer(
                        new UUID(1, 1),
                        owner.id(),
                        owner.name(),
                        "共享车辆",
                        "OPEN",
                        unitsBelow,
                        terms,
                        true,
                        null,
                        0,
                        List.of(),
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2027-01-01"),
                        0),
                owner.path(),
                List.of(user.path()));
    }

    private static Unit unit(String code, String above) {
        return new Unit(
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                code,
                "单位" + code,
                "COUNTY",
                code,
                null,
                above + code + "/");
    }
}
