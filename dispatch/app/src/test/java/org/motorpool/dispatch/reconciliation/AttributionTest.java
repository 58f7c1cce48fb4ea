package org.motorpool.dispatch.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.reconciliation.DayFacts.AttributionRule;
import org.motorpool.dispatch.reconciliation.DayFacts.Reading;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/** Every metre and every second of ignition is in exactly one segment, and the segments add up to the day. */
class AttributionTest {

    private static final Instant DAY = Instant.parse("2026-11-23T16:00:00Z");
    private static final Instant END = DAY.plusSeconds(86_400);
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final UUID ORDER = new UUID(0, 1);
    private static final UUID EXPENSE = new UUID(0, 2);
    private static final AttributionRule RULE = new AttributionRule(10, 2000, 0.05, 500, 30, 120, 200, 120);

    /** About 1112 m to the north each. */
    private static final double STEP_DEG = 0.01;

    @Test
    void givesADriveToItsOrderAndLeavesTheOtherUnexplained() {
        List<TrackPoint> track = new ArrayList<>();
        drive(track, DAY.plusSeconds(3_600), 5);
        drive(track, DAY.plusSeconds(10_000), 3);
        Course course = Course.of(track, SILENCE);
        Attribution found = Attribution.of(
                course, List.of(new Claim(Use.ORDER, DAY.plusSeconds(3_000), DAY.plusSeconds(5_000), ORDER)), DAY, END);
        assertThat(found.segments()).extracting(Segment::use).containsExactly(Use.ORDER, Use.UNEXPLAINED);
        assertThat(found.segments().getFirst().subjectId()).isEqualTo(ORDER);
        assertThat(found.segments().getFirst().distance_m()).isBetween(5_550L, 5_570L);
        assertThat(found.segments().getFirst().ignition_s()).isEqualTo(300);
        assertSums(found);
    }

    @Test
    void givesWhatTwoClaimToTheFirstOfTheList() {
        List<TrackPoint> track = new ArrayList<>();
        drive(track, DAY.plusSeconds(3_600), 5);
        Attribution found = Attribution.of(
                Course.of(track, SILENCE),
                List.of(
                        new Claim(Use.REFUELLING, DAY.plusSeconds(3_600), DAY.plusSeconds(3_960), EXPENSE),
                        new Claim(Use.ORDER, DAY.plusSeconds(3_600), DAY.plusSeconds(3_720), ORDER)),
                DAY,
                END);
        assertThat(found.segments()).extracting(Segment::use).containsExactly(Use.ORDER, Use.REFUELLING);
        assertSums(found);
    }

    @Test
    void partsADriveOverMidnightBetweenTheTwoDays() {
        List<TrackPoint> track = new ArrayList<>();
        drive(track, END.minusSeconds(150), 5);
        Course course = Course.of(track, SILENCE);
        Attribution evening = Attribution.of(course, List.of(), DAY, END);
        Attribution morning = Attribution.of(course, List.of(), END, END.plusSeconds(86_400));
        assertThat(evening.total_m() + morning.total_m()).isEqualTo(course.metres(DAY, END.plusSeconds(86_400)));
        assertThat(evening.ignition_s() + morning.ignition_s()).isEqualTo(300);
        assertThat(evening.total_m()).isPositive();
        assertThat(morning.total_m()).isPositive();
    }

    @Test
    void doesNotTakeDriftForDriving() {
        List<TrackPoint> track = List.of(
                new TrackPoint(DAY.plusSeconds(100), 31.2, 121.5, 0, 0, false),
                new TrackPoint(DAY.plusSeconds(200), 31.2003, 121.5, 1, 0, false));
        assertThat(Attribution.of(Course.of(track, SILENCE), List.of(), DAY, END))
                .isEqualTo(new Attribution(0, 0, List.of()));
    }

    @Test
    void countsKilometresBetweenTwoReadingsThatNoTrackShows() {
        List<TrackPoint> track = new ArrayList<>();
        drive(track, DAY.plusSeconds(3_600), 5);
        List<Reading> readings =
                List.of(read(DAY.minusSeconds(3_600), 1_000, "DRIVER"), read(DAY.plusSeconds(40_000), 1_030, "DRIVER"));
        Course course = Unseen.add(Course.of(track, SILENCE), readings, RULE, 4_000, DAY, END);
        assertThat(course.metres(DAY, END)).isEqualTo(26_000);
        Attribution found = Attribution.of(course, List.of(), DAY, END);
        assertThat(found.total_m()).isEqualTo(26_000);
        assertSums(found);
    }

    @Test
    void letsTheOdometerBeALittleAheadAndIgnoresCorrections() {
        List<Reading> readings = List.of(
                read(DAY.plusSeconds(100), 1_000, "DRIVER"),
                read(DAY.plusSeconds(200), 1_002, "DRIVER"),
                read(DAY.plusSeconds(300), 5_000, "CORRECTION"),
                read(DAY.plusSeconds(400), 5_000, "DRIVER"));
        List<TrackPoint> parked = List.of(new TrackPoint(DAY, 31, 121, 0, 0, false));
        Course course = Unseen.add(Course.of(parked, SILENCE), readings, RULE, 0, DAY, END);
        assertThat(course.metres(DAY, END)).isZero();
    }

    @Test
    void countsEveryKilometreOfTheOdometerWhereThereIsNoTrackAtAll() {
        List<Reading> readings = List.of(
                read(DAY.plusSeconds(100), 1_000, "DRIVER"),
                read(DAY.plusSeconds(200), 1_001, "DRIVER"),
                read(DAY.plusSeconds(300), 5_000, "CORRECTION"),
                read(DAY.plusSeconds(400), 5_002, "DRIVER"));
        Course course = Unseen.add(Course.of(List.of(), SILENCE), readings, RULE, 0, DAY, END);
        assertThat(course.metres(DAY.plusSeconds(100), DAY.plusSeconds(200))).isEqualTo(1_000);
        assertThat(course.metres(DAY.plusSeconds(300), DAY.plusSeconds(400))).isEqualTo(2_000);
        assertThat(course.metres(DAY, END)).isEqualTo(3_000);
    }

    @Test
    void losesNoKilometreBetweenTwoReadingsOfOneMoment() {
        Instant moment = DAY.plusSeconds(200);
        List<Reading> readings = List.of(
                read(DAY.plusSeconds(100), 1_000, "DRIVER"),
                read(moment, 1_000, "INSPECTION"),
                read(moment, 1_030, "DRIVER"));
        Course course = Unseen.add(Course.of(List.of(), SILENCE), readings, RULE, 0, DAY, END);
        assertThat(course.metres(DAY.plusSeconds(100), moment)).isEqualTo(30_000);
    }

    @Test
    void givesTripsOfOneSecondTheirOwnKilometres() {
        Instant departed = DAY.plusSeconds(100).plusMillis(4);
        Instant back = departed.plusMillis(620);
        List<Reading> readings = List.of(
                read(DAY.plusSeconds(50), 990, "DRIVER"),
                read(departed, 1_000, "DRIVER"),
                read(back, 1_005, "DRIVER"),
                read(back.plusMillis(50), 1_012, "DRIVER"));
        Course course = Unseen.add(Course.of(List.of(), SILENCE), readings, RULE, 0, DAY, END);
        Attribution found = Attribution.of(course, List.of(new Claim(Use.ORDER, departed, back, ORDER)), DAY, END);
        assertThat(found.segments())
                .extracting(Segment::use, Segment::distance_m)
                .containsExactly(
                        tuple(Use.UNEXPLAINED, 10_000L), tuple(Use.ORDER, 5_000L), tuple(Use.UNEXPLAINED, 7_000L));
        assertSums(found);
    }

    @Test
    void readsTheSameWhateverTheOrderOfThePoints() {
        List<TrackPoint> track = new ArrayList<>();
        drive(track, DAY.plusSeconds(3_600), 20);
        List<TrackPoint> late = new ArrayList<>(track.reversed());
        late.addAll(track.subList(3, 9));
        assertThat(Attribution.of(Course.of(late, SILENCE), List.of(), DAY, END))
                .isEqualTo(Attribution.of(Course.of(track, SILENCE), List.of(), DAY, END));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void alwaysAddsUpToTheDay(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 250; i++) {
            Course course = course(random);
            List<Claim> claims = claims(random);
            Attribution found = Attribution.of(course, claims, DAY, END);
            assertThat(found.total_m()).isEqualTo(course.metres(DAY, END));
            assertThat(found.ignition_s()).isEqualTo(course.ignition_s(DAY, END));
            assertSums(found);
            assertApart(found);
            assertThat(found).isEqualTo(Attribution.of(course, claims.reversed(), DAY, END));
        }
    }

    private static void assertSums(Attribution found) {
        assertThat(found.segments().stream().mapToLong(Segment::distance_m).sum())
                .isEqualTo(found.total_m());
        assertThat(found.segments().stream().mapToLong(Segment::ignition_s).sum())
                .isEqualTo(found.ignition_s());
    }

    private static void assertApart(Attribution found) {
        Instant end = DAY;
        for (Segment segment : found.segments()) {
            assertThat(segment.from()).isAfterOrEqualTo(end);
            assertThat(segment.to()).isAfter(segment.from()).isBeforeOrEqualTo(END);
            assertThat(segment.distance_m()).isNotNegative();
            assertThat(segment.ignition_s()).isNotNegative();
            assertThat((segment.subjectId() == null)).isEqualTo(segment.use() == Use.UNEXPLAINED);
            end = segment.to();
        }
    }

    private static Course course(Random random) {
        List<TrackPoint> track = new ArrayList<>();
        Instant at = moment(random, DAY.minusSeconds(7_200), 3_600);
        double latitude = 31;
        while (at.isBefore(END.plusSeconds(7_200))) {
            boolean on = random.nextInt(3) > 0;
            latitude += on ? random.nextDouble() * STEP_DEG : 0;
            track.add(new TrackPoint(at, latitude, 121, on ? 40 : 0, 0, on));
            at = moment(random, at, random.nextInt(10) == 0 ? 9_000 : 300);
        }
        List<Reading> readings = new ArrayList<>();
        long km = 1_000;
        for (Instant readAt = DAY.minusSeconds(5_000); readAt.isBefore(END); readAt = moment(random, readAt, 30_000)) {
            readings.add(read(readAt, km += random.nextInt(200), random.nextInt(9) == 0 ? "CORRECTION" : "DRIVER"));
        }
        return Unseen.add(Course.of(track, SILENCE), readings, RULE, random.nextInt(5_000), DAY, END);
    }

    /** Later, by that many seconds at most, and seldom at a whole second. */
    private static Instant moment(Random random, Instant from, int seconds) {
        return from.plusMillis(1 + random.nextLong(seconds * 1_000L));
    }

    private static List<Claim> claims(Random random) {
        List<Claim> claims = new ArrayList<>();
        for (int i = random.nextInt(9); i > 0; i--) {
            Instant from = moment(random, DAY.minusSeconds(4_000), 90_000);
            Use use = Use.values()[random.nextInt(4)];
            claims.add(new Claim(use, from, moment(random, from, 20_000), new UUID(7, i)));
        }
        return claims;
    }

    private static Reading read(Instant at, long km, String source) {
        return new Reading(at, km, source);
    }

    /** A report every minute, and standing at the end. */
    private static void drive(List<TrackPoint> track, Instant from, int minutes) {
        double start = track.isEmpty() ? 31 : track.getLast().latitude();
        for (int i = 0; i <= minutes; i++) {
            track.add(new TrackPoint(from.plusSeconds(i * 60L), start + i * STEP_DEG, 121, 60, 0, i < minutes));
        }
    }
}
