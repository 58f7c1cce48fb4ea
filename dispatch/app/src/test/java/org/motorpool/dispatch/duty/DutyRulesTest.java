package org.motorpool.dispatch.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.duty.DutyLimits.Key;
import org.motorpool.dispatch.duty.DutyLimits.Limit;

class DutyRulesTest {

    private static final DutyLimits NATIONAL = new DutyLimits(List.of(
            new Limit(Key.CONTINUOUS_DRIVING_MAX, 240, "第六十二条", true),
            new Limit(Key.REST_MIN, 20, "第六十二条", true),
            new Limit(Key.DAILY_DRIVING_MAX, 480, "第三十八条", false)));
    private static final Engagements FREE = new Engagements(null, List.of(), List.of(), List.of(), NATIONAL);

    @Test
    void letsADriverWithoutRowsDriveAtAnyTime() {
        assertThat(check(drive("08:00", "12:00", 60, 60), FREE)).isEmpty();
    }

    @Test
    void refusesADriverOnLeave() {
        Engagements onLeave = new Engagements(null, List.of(), List.of(period("11:00", "18:00")), List.of(), NATIONAL);
        assertThat(check(drive("08:00", "12:00", 60, 60), onLeave)).contains("driver-on-leave");
        assertThat(check(drive("08:00", "11:00", 60, 60), onLeave)).isEmpty();
    }

    @Test
    void refusesBetweenTwoShifts() {
        Engagements rostered = rota(period("06:00", "10:00"), period("14:00", "18:00"));
        assertThat(check(drive("09:00", "11:00", 20, 20), rostered)).contains("driver-off-shift");
        assertThat(check(drive("14:00", "18:00", 20, 20), rostered)).isEmpty();
    }

    @Test
    void takesShiftsThatFollowEachOtherAsOne() {
        assertThat(check(drive("09:00", "11:00", 20, 20), rota(period("06:00", "10:00"), period("10:00", "18:00"))))
                .isEmpty();
    }

    @Test
    void knowsNothingBeyondTheRota() {
        assertThat(check(drive("18:00", "20:00", 20, 20), rota(period("06:00", "18:00"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // a wait of 20 min is a rest, one of 19 is not: 2 × 150 min in 320 or 319 min
        "PT5H20M, 150, ",
        "PT5H19M, 150, driver-rest",
        // 4 h at once are allowed, 4 h 1 min are not
        "PT4H, 120, ",
        "PT4H1M, 121, driver-rest",
    })
    void countsAWaitAsARestFromTwentyMinutesOn(Duration length, int oneWay_min, String refusal) {
        Instant from = at("06:00");
        PlannedDrive drive =
                new PlannedDrive(new Period(from, from.plus(length)), minutes(oneWay_min), minutes(oneWay_min));
        assertThat(check(drive, FREE)).isEqualTo(Optional.ofNullable(refusal));
    }

    @Test
    void restsOnALongLegWhenThereIsTime() {
        assertThat(check(drive("06:00", "14:00", 420, 0), FREE)).isEmpty();
        assertThat(check(drive("06:00", "13:10", 420, 0), FREE)).contains("driver-rest");
    }

    @Test
    void addsDrivesThatFollowWithoutARest() {
        Engagements driven = with(drive("06:00", "09:00", 90, 90));
        assertThat(check(drive("09:10", "11:00", 55, 55), driven)).contains("driver-rest");
        assertThat(check(drive("09:20", "11:10", 55, 55), driven)).isEmpty();
    }

    @Test
    void addsUpTheDay() {
        Engagements driven = with(drive("00:10", "04:10", 100, 100), drive("05:00", "09:00", 100, 100));
        assertThat(check(drive("10:00", "14:00", 40, 40), driven)).isEmpty();
        assertThat(check(drive("10:00", "14:00", 41, 41), driven)).contains("driver-daily-hours");
    }

    @Test
    void countsADriveOverMidnightOnBothDays() {
        PlannedDrive overnight = drive("14:00", "18:00", 60, 60);
        assertThat(DutyRules.driving(LocalDate.of(2026, 11, 24), Stream.of(overnight), NATIONAL))
                .isEqualTo(minutes(60));
        assertThat(DutyRules.driving(LocalDate.of(2026, 11, 25), Stream.of(overnight), NATIONAL))
                .isEqualTo(minutes(60));
    }

    @Test
    void leavesDoubleBookingToTheDatabase() {
        assertThat(check(drive("06:00", "10:00", 90, 90), with(drive("06:00", "10:00", 90, 90))))
                .isEmpty();
    }

    @Test
    void appliesTheStricterOfTwoRows() {
        DutyLimits limits = new DutyLimits(
                Stream.concat(NATIONAL.rows().stream(), Stream.of(new Limit(Key.DAILY_DRIVING_MAX, 120, "本市", true)))
                        .toList());
        Engagements strict = new Engagements(null, List.of(), List.of(), List.of(), limits);
        assertThat(DutyRules.check("张三", drive("08:00", "12:00", 61, 61), strict))
                .map(Violation::clause)
                .contains("本市");
    }

    @Test
    void estimatesAsThePlannerDoes() {
        Place square = new Place("人民广场", 31.2304, 121.4737);
        Place station = new Place("虹桥火车站", 31.1942, 121.3204);
        // 15.1 km by air, 19.7 km by road at 28 km/h
        assertThat(Travel.between(square, station)).isBetween(minutes(40), minutes(44));
        assertThat(Travel.between(square, square)).isZero();
    }

    private static Optional<String> check(PlannedDrive wanted, Engagements known) {
        return DutyRules.check("张三", wanted, known).map(Violation::rule);
    }

    private static Engagements rota(Period... shifts) {
        Period whole = new Period(shifts[0].from(), shifts[shifts.length - 1].to());
        return new Engagements(whole, List.of(shifts), List.of(), List.of(), NATIONAL);
    }

    private static Engagements with(PlannedDrive... drives) {
        return new Engagements(null, List.of(), List.of(), List.of(drives), NATIONAL);
    }

    /** On 2026-11-24, UTC. */
    private static PlannedDrive drive(String from, String to, int out_min, int back_min) {
        return new PlannedDrive(period(from, to), minutes(out_min), minutes(back_min));
    }

    private static Period period(String from, String to) {
        return new Period(at(from), at(to));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-24T" + time + ":00Z");
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
