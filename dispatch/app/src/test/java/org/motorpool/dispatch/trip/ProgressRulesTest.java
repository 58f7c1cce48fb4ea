package org.motorpool.dispatch.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.OrderApi.Progress;

class ProgressRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final UUID EVENT = new UUID(0, 7);

    @Test
    void takesADepartureWithItsOdometer() {
        assertThat(ProgressRules.require(new Progress(EVENT, "DEPART", NOW, 0L), NOW))
                .isEqualTo(new DriverReport(EVENT, Step.DEPART, NOW, 0L));
    }

    @Test
    void ignoresTheOdometerOfAnAcceptance() {
        assertThat(ProgressRules.require(new Progress(EVENT, "ACCEPT", NOW, -5L), NOW))
                .isEqualTo(new DriverReport(EVENT, Step.ACCEPT, NOW, null));
    }

    @Test
    void demandsTheOdometerOfDepartureAndReturn() {
        assertThat(field(new Progress(EVENT, "DEPART", NOW, null))).isEqualTo("odometer_km");
        assertThat(field(new Progress(EVENT, "RETURN", NOW, null))).isEqualTo("odometer_km");
        assertThat(field(new Progress(EVENT, "RETURN", NOW, -1L))).isEqualTo("odometer_km");
        assertThat(field(new Progress(EVENT, "RETURN", NOW, 2_000_001L))).isEqualTo("odometer_km");
    }

    @Test
    void toleratesAPhoneFiveMinutesAhead() {
        assertThatCode(() -> ProgressRules.require(new Progress(EVENT, "ACCEPT", NOW.plusSeconds(300), null), NOW))
                .doesNotThrowAnyException();
        assertThat(field(new Progress(EVENT, "ACCEPT", NOW.plusSeconds(301), null)))
                .isEqualTo("occurredAt");
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(field(null)).isEqualTo("eventId");
        assertThat(field(new Progress(null, "ACCEPT", NOW, null))).isEqualTo("eventId");
        assertThat(field(new Progress(EVENT, "FLY", NOW, null))).isEqualTo("step");
        assertThat(field(new Progress(EVENT, "ACCEPT", null, null))).isEqualTo("occurredAt");
    }

    @Test
    void theOdometerOnlyGoesForward() {
        TripFile trip = departed(NOW, 100);
        assertThatCode(() -> ProgressRules.requireOdometer(back(NOW, 100), trip))
                .doesNotThrowAnyException();
        assertThat(problem(() -> ProgressRules.requireOdometer(back(NOW, 99), trip)))
                .isEqualTo("odometer-reversed");
    }

    @Test
    void noStepHappensBeforeTheOneBefore() {
        assertThatCode(() -> ProgressRules.requireNotBefore(back(NOW, 100), NOW))
                .doesNotThrowAnyException();
        assertThat(problem(() -> ProgressRules.requireNotBefore(back(NOW.minusSeconds(1), 100), NOW)))
                .isEqualTo("time-reversed");
    }

    @Test
    void noStepHappensBeforeTheOrderIsIssued() {
        assertThatCode(() -> ProgressRules.requireIssued(back(NOW.minusSeconds(300), 100), NOW))
                .doesNotThrowAnyException();
        assertThat(problem(() -> ProgressRules.requireIssued(back(NOW.minusSeconds(301), 100), NOW)))
                .isEqualTo("time-reversed");
    }

    @Test
    void keepsOfATimeWhatTheDatabaseKeeps() {
        assertThat(ProgressRules.require(new Progress(EVENT, "ACCEPT", NOW.plusNanos(1_999), null), NOW)
                        .occurredAt())
                .isEqualTo(NOW.plusNanos(1_000));
    }

    private static DriverReport back(Instant at, long odometer_km) {
        return new DriverReport(EVENT, Step.RETURN, at, odometer_km);
    }

    private static TripFile departed(Instant at, long odometer_km) {
        OrderApi.Trip view = new OrderApi.Trip(
                EVENT,
                EVENT,
                "PC",
                EVENT,
                "沪D00001",
                "王五",
                "UNDERWAY",
                at,
                null,
                null,
                odometer_km,
                null,
                null,
                0,
                null,
                0);
        return new TripFile(view, EVENT, "/", "/");
    }

    private static String field(Progress progress) {
        return catchThrowableOfType(ProblemException.class, () -> ProgressRules.require(progress, NOW))
                .problem()
                .field();
    }

    private static String problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem().code();
    }
}
