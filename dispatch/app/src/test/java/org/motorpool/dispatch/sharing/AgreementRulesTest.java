package org.motorpool.dispatch.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.contract.AgreementApi;
import org.motorpool.dispatch.contract.AgreementApi.Caps;
import org.motorpool.dispatch.contract.AgreementApi.Hours;
import org.motorpool.dispatch.contract.AgreementApi.Party;
import org.motorpool.dispatch.contract.AgreementApi.Terms;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

class AgreementRulesTest {

    private static final Hours WORKDAYS =
            new Hours(List.of(1, 2, 3, 4, 5), LocalTime.parse("07:00"), LocalTime.parse("21:00"));
    private static final Caps TWO_VEHICLES = new Caps(2, 10, 1000, 500_000L);

    /** Monday, 9 to 17 o'clock in China, 300 km for 480 CNY. */
    private static final PlannedUse MONDAY = use("2026-11-23T01:00:00Z", "2026-11-23T09:00:00Z");

    @Test
    void allowsWhatTheAgreementSays() {
        assertThat(AgreementRules.check(agreement("IN_FORCE"), MONDAY)).isEmpty();
    }

    @Test
    void refusesAnAgreementThatIsOverCitingItsValidity() {
        Optional<Violation> found =
                AgreementRules.check(agreement("IN_FORCE"), use("2027-01-01T01:00:00Z", "2027-01-01T02:00:00Z"));

        assertThat(found).map(Violation::rule).contains("agreement-expired");
        assertThat(found).map(Violation::clause).contains("《长三角协〔2026〕1号》第二条 有效期");
    }

    @ParameterizedTest
    @CsvSource({"ENDED", "EXPIRED"})
    void refusesAnAgreementThatWasEnded(String status) {
        assertThat(AgreementRules.check(agreement(status), MONDAY))
                .map(Violation::rule)
                .contains("agreement-expired");
    }

    @Test
    void refusesACategoryThatIsNotAgreedOn() {
        PlannedUse enforcement = PlannedUse.of("ZFZQ", MONDAY.from(), MONDAY.to());

        assertThat(AgreementRules.check(agreement("IN_FORCE"), enforcement))
                .map(Violation::rule)
                .contains("agreement-category");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T01:00:00Z, 2026-11-22T09:00:00Z, a Sunday",
        "2026-11-22T22:30:00Z, 2026-11-23T09:00:00Z, from 6:30",
        "2026-11-23T01:00:00Z, 2026-11-23T13:30:00Z, until 21:30",
        "2026-11-23T01:00:00Z, 2026-11-24T09:00:00Z, over night"
    })
    void refusesUsesOutsideTheHours(String from, String to, String what) {
        Optional<Violation> found = AgreementRules.check(agreement("IN_FORCE"), use(from, to));

        assertThat(found).as(what).map(Violation::rule).contains("agreement-hours");
        assertThat(found).map(Violation::clause).contains("《长三角协〔2026〕1号》第四条 使用时段");
    }

    @Test
    void allowsUpToTheCaps() {
        assertThat(caps(new AgreementUse(1, 9, 700_000, 452_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 0, 0", "0, 10, 0, 0", "0, 0, 700001, 0", "0, 0, 0, 452001"})
    void refusesWhatGoesBeyondACap(long vehicles, long uses, long distance_m, long price_fen) {
        Optional<Violation> found = caps(new AgreementUse(vehicles, uses, distance_m, price_fen));

        assertThat(found).map(Violation::rule).contains("agreement-cap");
        assertThat(found).map(Violation::clause).contains("《长三角协〔2026〕1号》第五条 用车上限");
    }

    @Test
    void judgesByTheAgreementInForceBeforeOneThatEndsLater() {
        Agreement ended = agreement("ENDED");
        Agreement inForce = agreement("IN_FORCE");

        assertThat(AgreementRules.choose(List.of(ended, inForce, agreement("OFFERED")), MONDAY))
                .contains(inForce);
        assertThat(AgreementRules.choose(List.of(agreement("OFFERED")), MONDAY)).isEmpty();
    }

    @Test
    void isBetweenUnitsBelowItsPartiesButNotWithinOne() {
        Agreement agreement = agreement("IN_FORCE");

        assertThat(agreement.isBetween("/100000/310000/310115/", "/100000/330000/"))
                .isTrue();
        assertThat(agreement.isBetween("/100000/310000/310115/", "/100000/310000/"))
                .isFalse();
        assertThat(agreement.isBetween("/100000/310000/", "/100000/500000/")).isFalse();
    }

    private static Optional<Violation> caps(AgreementUse used) {
        return AgreementRules.caps(agreement("IN_FORCE"), MONDAY, used);
    }

    private static PlannedUse use(String from, String to) {
        return new PlannedUse("QT", Instant.parse(from), Instant.parse(to), 300_000, 48_000, PlannedUse.NEW);
    }

    private static Agreement agreement(String status) {
        return new Agreement(
                new AgreementApi.Agreement(
                        new UUID(0, 3),
                        "长三角协〔2026〕1号",
                        "跨区域公务用车协议",
                        status,
                        List.of(party(1, "310000"), party(2, "330000")),
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2027-01-01"),
                        terms(WORKDAYS, TWO_VEHICLES),
                        null,
                        0),
                List.of("/100000/310000/", "/100000/330000/"));
    }

    private static Party party(int id, String regionCode) {
        return new Party(new UUID(0, id), regionCode, regionCode, null, null);
    }

    private static Terms terms(@Nullable Hours hours, @Nullable Caps caps) {
        return new Terms(
                List.of("QT", "YJBZ"), hours, caps, new UUID(0, 1), "MONTHLY", List.of("ODOMETER"), 10, false, "责任");
    }
}
