package org.motorpool.dispatch.trip;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.OrderApi.Progress;

/** What a report of progress must satisfy: by itself, and against what the trip knows already. */
final class ProgressRules {

    private static final Duration TOLERATED_DIFFERENCE = Duration.ofMinutes(5);
    /** What PostgreSQL keeps of a time; it would round up, and the next step at the same time would come before. */
    private static final ChronoUnit STORED_PRECISION = ChronoUnit.MICROS;

    private static final long MOST_KM = 2_000_000;

    private ProgressRules() {}

    static DriverReport require(@Nullable Progress progress, Instant now) {
        if (progress == null || progress.eventId() == null) {
            throw Problem.missing("eventId").asException();
        }
        Step step = step(progress.step());
        if (progress.occurredAt() == null) {
            throw Problem.missing("occurredAt").asException();
        }
        if (progress.occurredAt().isAfter(now.plus(TOLERATED_DIFFERENCE))) {
            throw invalid(
                    "occurredAt",
                    "发生时间 %s 晚于当前时间，请校准手机时间".formatted(progress.occurredAt()),
                    "occurredAt %s is in the future; set the phone's clock".formatted(progress.occurredAt()));
        }
        Long odometer_km = step.needsOdometer() ? odometer(progress.odometer_km()) : null;
        Instant occurredAt = progress.occurredAt().truncatedTo(STORED_PRECISION);
        int waiting_minutes = step == Step.RETURN ? waiting(progress.waiting_minutes()) : 0;
        return new DriverReport(progress.eventId(), step, occurredAt, odometer_km, waiting_minutes);
    }

    private static int waiting(@Nullable Integer waiting_minutes) {
        if (waiting_minutes == null) {
            return 0;
        }
        if (waiting_minutes < 0) {
            throw invalid("waiting_minutes", "等候分钟数不能为负", "waiting_minutes must not be negative");
        }
        return waiting_minutes;
    }

    /** Nobody waits longer than the trip took. */
    static void requireWaiting(DriverReport report, TripFile trip) {
        long trip_minutes =
                Duration.between(trip.view().departedAt(), report.occurredAt()).toMinutes();
        if (report.waiting_minutes() > trip_minutes) {
            throw invalid(
                    "waiting_minutes",
                    "等候 %d 分钟长于出车至收车的 %d 分钟，请核对".formatted(report.waiting_minutes(), trip_minutes),
                    "waiting_minutes %d is longer than the trip of %d min; check it"
                            .formatted(report.waiting_minutes(), trip_minutes));
        }
    }

    private static Step step(@Nullable String name) {
        return Arrays.stream(Step.values())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "step",
                        "step 应为 ACCEPT、DEPART、ARRIVE 或 RETURN，收到 \"%s\"".formatted(name),
                        "step must be ACCEPT, DEPART, ARRIVE or RETURN, got \"%s\"".formatted(name)));
    }

    private static Long odometer(@Nullable Long odometer_km) {
        if (odometer_km == null) {
            throw Problem.missing("odometer_km").asException();
        }
        if (odometer_km < 0 || odometer_km > MOST_KM) {
            throw invalid(
                    "odometer_km",
                    "里程表读数应在 0 到 2000000 公里之间，收到 %d".formatted(odometer_km),
                    "odometer_km must be 0 to 2000000, got %d".formatted(odometer_km));
        }
        return odometer_km;
    }

    /** Nothing happens to an order before it is issued; a phone may be a little behind. */
    static void requireIssued(DriverReport report, Instant issuedAt) {
        if (report.occurredAt().isBefore(issuedAt.minus(TOLERATED_DIFFERENCE))) {
            throw problem(
                    "time-reversed",
                    "occurredAt",
                    "发生时间 %s 早于派车时间 %s，请校准手机时间".formatted(report.occurredAt(), issuedAt),
                    "occurredAt %s is before the order was issued at %s; set the phone's clock"
                            .formatted(report.occurredAt(), issuedAt));
        }
    }

    /** From step to step, time only goes forward. */
    static void requireNotBefore(DriverReport report, Instant before) {
        if (report.occurredAt().isBefore(before)) {
            throw problem(
                    "time-reversed",
                    "occurredAt",
                    "发生时间 %s 早于上一步的 %s，请核对".formatted(report.occurredAt(), before),
                    "occurredAt %s is before the last step at %s; check it".formatted(report.occurredAt(), before));
        }
    }

    /** A vehicle is on one trip at a time, so that no kilometre is counted twice, however late a report comes in. */
    static void requireBackBefore(DriverReport departure, TripFile last) {
        Instant returnedAt = last.view().returnedAt();
        if (returnedAt != null && departure.occurredAt().isBefore(returnedAt)) {
            throw problem(
                    "time-reversed",
                    "occurredAt",
                    "出车时间 %s 早于该车上一趟的收车时间 %s，请核对".formatted(departure.occurredAt(), returnedAt),
                    "occurredAt %s is before the vehicle's last trip came back at %s; check it"
                            .formatted(departure.occurredAt(), returnedAt));
        }
    }

    /** The odometer only goes forward. */
    static void requireOdometer(DriverReport report, TripFile trip) {
        Long odometer_km = report.odometer_km();
        long start_km = trip.view().odometerStart_km();
        if (odometer_km != null && odometer_km < start_km) {
            throw problem(
                    "odometer-reversed",
                    "odometer_km",
                    "收车里程 %d 小于出车里程 %d，请核对".formatted(odometer_km, start_km),
                    "odometer_km %d is less than %d at departure; check it".formatted(odometer_km, start_km));
        }
    }

    private static RuntimeException invalid(String field, String zh, String en) {
        return Problem.invalid(field, zh, en).asException();
    }

    private static RuntimeException problem(String code, String field, String zh, String en) {
        return Problem.of(400, code, "输入有误 Invalid input", zh, en, field).asException();
    }
}
