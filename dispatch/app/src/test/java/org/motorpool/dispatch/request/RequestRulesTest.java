package org.motorpool.dispatch.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestCheckApi.Finding;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Unit;

class RequestRulesTest {

    private static final Unit PUDONG =
            new Unit(new UUID(0, 1), "310115", "浦东新区", "COUNTY", "310115", null, "/100000/310000/310115/");
    private static final NewRequest ORDINARY = NewRequests.of(PUDONG);
    private static final Place SUZHOU = new Place("苏州市人民政府", 31.2989, 120.5853);

    private static final RequestRule AREA =
            new RequestRule.AllowanceArea(Severity.WARN, "本市公务交通补贴保障范围", List.of("QT"), "外环以内", 31.23, 121.47, 30_000);
    private static final RequestRule RAIL = new RequestRule.RailCorridor(
            Severity.WARN,
            "高铁沿线原则上不使用公务用车",
            List.of("QT"),
            15_000,
            60,
            List.of(
                    new RequestRule.Station("上海虹桥", 31.1942, 121.3204),
                    new RequestRule.Station("苏州", 31.3303, 120.6107)));
    private static final RequestRule SEALED =
            new RequestRule.SealedPeriod(Severity.WARN, "节假日封存停驶", List.of("ZFZQ"), 8.5, 17.5);
    private static final RequestRule CONFIDENTIAL =
            new RequestRule.CategoryPurpose(Severity.REFUSE, "第二十六条（五）", List.of("JYTX"), List.of("CONFIDENTIAL"));

    @Test
    void anOrdinaryTripInTheAllowanceAreaGoesByPublicMeans() {
        assertThat(rules(ORDINARY, AREA)).containsExactly("ALLOWANCE_AREA WARN");
    }

    @Test
    void aTripOutOfTheAllowanceAreaIsNotOrdinary() {
        assertThat(rules(NewRequests.withPickup(ORDINARY, SUZHOU), AREA)).isEmpty();
        assertThat(rules(NewRequests.hostedBy(ORDINARY, "330100"), AREA)).isEmpty();
        assertThat(rules(NewRequests.emergency(ORDINARY, "抢险"), AREA)).isEmpty();
        assertThat(rules(NewRequests.withCategory(ORDINARY, "ZFZQ"), AREA)).isEmpty();
    }

    @Test
    void betweenTwoStationsPeopleGoByTrain() {
        assertThat(rules(NewRequests.withPickup(ORDINARY, SUZHOU), RAIL)).containsExactly("RAIL_CORRIDOR WARN");
    }

    @Test
    void nearOneStationOnlyThereIsNoTrain() {
        assertThat(rules(ORDINARY, RAIL)).isEmpty();
        assertThat(rules(NewRequests.withPickup(ORDINARY, new Place("启东", 31.81, 121.66)), RAIL))
                .isEmpty();
    }

    @Test
    void vehiclesAreSealedFromTheEndOfWorkBeforeTheHoliday() {
        assertThat(rules(china("2026-09-30T17:00", "2026-09-30T17:31"), SEALED)).containsExactly("SEALED_PERIOD WARN");
        assertThat(rules(china("2026-09-30T16:00", "2026-09-30T17:30"), SEALED)).isEmpty();
        assertThat(rules(china("2026-10-08T08:00", "2026-10-08T12:00"), SEALED)).containsExactly("SEALED_PERIOD WARN");
        assertThat(rules(china("2026-10-08T08:30", "2026-10-08T12:00"), SEALED)).isEmpty();
    }

    @Test
    void theWeekendThatEndsAHolidayIsSealedToo() {
        assertThat(rules(china("2026-10-02T09:00", "2026-10-02T10:00"), SEALED)).containsExactly("SEALED_PERIOD WARN");
        assertThat(rules(china("2026-10-17T09:00", "2026-10-17T10:00"), SEALED)).isEmpty();
    }

    @Test
    void exemptCategoriesAreNotSealed() {
        NewRequest holiday = china("2026-10-02T09:00", "2026-10-02T10:00");
        assertThat(rules(NewRequests.withCategory(holiday, "ZFZQ"), SEALED)).isEmpty();
    }

    @Test
    void confidentialVehiclesServeConfidentialPurposesOnly() {
        NewRequest wanted = NewRequests.withCategory(ORDINARY, "JYTX");
        assertThat(rules(NewRequests.withPurposeClass(wanted, "MEETING"), CONFIDENTIAL))
                .containsExactly("CATEGORY_PURPOSE REFUSE");
        assertThat(rules(NewRequests.withPurposeClass(wanted, "CONFIDENTIAL"), CONFIDENTIAL))
                .isEmpty();
        assertThat(rules(wanted, CONFIDENTIAL)).containsExactly("CATEGORY_PURPOSE INFO");
    }

    @Test
    void whatIsRefusedIsRefusedWithItsClause() {
        NewRequest wanted = NewRequests.withPurposeClass(NewRequests.withCategory(ORDINARY, "JYTX"), "MEETING");
        Problem problem = Judgement.of(wanted, facts(null, CONFIDENTIAL), "somebody")
                .objection()
                .orElseThrow();
        assertThat(problem.code()).isEqualTo("request-refused");
        assertThat(problem.violations()).singleElement().satisfies(violation -> assertThat(violation.clause())
                .isEqualTo("第二十六条（五）"));
    }

    @Test
    void aWarningNeedsAJustification() {
        assertThat(Judgement.of(ORDINARY, facts(null, AREA), "somebody").objection())
                .hasValueSatisfying(problem -> {
                    assertThat(problem.code()).isEqualTo("justification-required");
                    assertThat(problem.field()).isEqualTo("justification");
                });
        NewRequest justified = NewRequests.justified(ORDINARY, "携带大量会议材料");
        assertThat(Judgement.of(justified, facts(null, AREA), "somebody").objection())
                .isEmpty();
    }

    @Test
    void nothingIsLeftWhenAllIsOrderedOrHeld() {
        RequestFacts full = facts(new RequestFacts.Capacity(3, 2, 1));
        assertThat(RequestRules.check(ORDINARY, full)).extracting(Finding::rule).containsExactly("CAPACITY");
        assertThat(Judgement.of(ORDINARY, full, "somebody").holds()).isFalse();
        RequestFacts left = facts(new RequestFacts.Capacity(3, 1, 1));
        assertThat(RequestRules.check(ORDINARY, left)).isEmpty();
        assertThat(Judgement.of(ORDINARY, left, "somebody").holds()).isTrue();
    }

    @Test
    void estimatesKilometresAlongTheStopsOnTheRoad() {
        NewRequest there = NewRequests.withPickup(ORDINARY, SUZHOU);
        Judgement judgement = Judgement.of(there, facts(null), "somebody");
        // 70.8 km as the crow flies from Suzhou to Hongqiao, by haversine
        assertThat(judgement.distance_km()).isBetween(98.0, 100.5);
        assertThat(judgement.cost_fen()).isEqualTo(Math.round(judgement.distance_km() * 180));
    }

    private static List<String> rules(NewRequest wanted, RequestRule... rules) {
        return RequestRules.check(wanted, facts(null, rules)).stream()
                .map(finding -> finding.rule() + " " + finding.severity())
                .toList();
    }

    private static NewRequest china(String from, String to) {
        return NewRequests.during(ORDINARY, Instant.parse(from + ":00+08:00"), Instant.parse(to + ":00+08:00"));
    }

    private static RequestFacts facts(RequestFacts.Capacity capacity, RequestRule... rules) {
        List<RequestFacts.Day> golden = LocalDate.of(2026, 10, 1)
                .datesUntil(LocalDate.of(2026, 10, 8))
                .map(day -> new RequestFacts.Day(day, "HOLIDAY", "国庆节"))
                .toList();
        return new RequestFacts(
                PUDONG,
                true,
                true,
                List.of(rules),
                golden,
                new RequestFacts.Estimate(1.4, 180, 0),
                new RequestFacts.Paper(24, "限时补办"),
                capacity == null ? null : new RequestFacts.Hold(24, "LAPSE", Severity.WARN, "占用规则"),
                capacity,
                List.of(),
                null);
    }
}
