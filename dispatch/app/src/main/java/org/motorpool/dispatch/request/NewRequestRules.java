package org.motorpool.dispatch.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.VehicleApi.Place;

/** What a new request must satisfy by itself, without looking anything up; the first rule broken is the answer. */
final class NewRequestRules {

    private static final Duration TOLERATED_PAST = Duration.ofMinutes(1);
    private static final Duration LONGEST_USE = Duration.ofDays(15);
    private static final Duration FARTHEST_FUTURE = Duration.ofDays(366);
    private static final int LONGEST_PLACE_NAME = 100;
    private static final int MOST_PASSENGERS = 55;

    private NewRequestRules() {}

    static Optional<Problem> check(NewRequest wanted, Instant now) {
        return Stream.of(
                        given(wanted.unitId(), "unitId"),
                        given(wanted.category(), "category"),
                        purpose(wanted.purpose()),
                        passengers(wanted.passengers()),
                        place(wanted.pickup(), "pickup"),
                        place(wanted.dropoff(), "dropoff"),
                        given(wanted.departAt(), "departAt"),
                        given(wanted.returnAt(), "returnAt"))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> period(wanted.departAt(), wanted.returnAt(), now))
                .or(() -> DetailRules.check(wanted));
    }

    private static Optional<Problem> given(@Nullable Object value, String field) {
        return value == null ? Optional.of(Problem.missing(field)) : Optional.empty();
    }

    private static Optional<Problem> purpose(@Nullable String purpose) {
        int length = purpose == null
                ? 0
                : purpose.strip().codePointCount(0, purpose.strip().length());
        return length < 2 || length > 200
                ? Optional.of(Problem.invalid(
                        "purpose",
                        "用车事由应为 2 到 200 个字，收到 %d 个字".formatted(length),
                        "purpose must have 2 to 200 characters, got %d".formatted(length)))
                : Optional.empty();
    }

    private static Optional<Problem> passengers(@Nullable Integer passengers) {
        return passengers == null || passengers < 1 || passengers > MOST_PASSENGERS
                ? Optional.of(Problem.invalid(
                        "passengers",
                        "乘车人数应在 1 到 55 之间，收到 %s".formatted(passengers),
                        "passengers must be 1 to 55, got %s".formatted(passengers)))
                : Optional.empty();
    }

    static Optional<Problem> place(@Nullable Place place, String field) {
        if (place == null || place.name() == null || place.name().isBlank()) {
            return given(null, place == null ? field : field + ".name");
        }
        if (place.name().length() > LONGEST_PLACE_NAME) {
            return Optional.of(Problem.invalid(
                    field + ".name",
                    "%s.name 最长 %d 个字，收到 %d 个"
                            .formatted(field, LONGEST_PLACE_NAME, place.name().length()),
                    "%s.name has at most %d characters, got %d"
                            .formatted(field, LONGEST_PLACE_NAME, place.name().length())));
        }
        return degrees(place.latitude(), 90, field + ".latitude")
                .or(() -> degrees(place.longitude(), 180, field + ".longitude"));
    }

    private static Optional<Problem> degrees(double value, int most, String field) {
        return Math.abs(value) <= most
                ? Optional.empty()
                : Optional.of(Problem.invalid(
                        field,
                        "%s 应在 -%d 到 %d 度之间，收到 %s".formatted(field, most, most, value),
                        "%s must be -%d to %d degrees, got %s".formatted(field, most, most, value)));
    }

    private static Optional<Problem> period(Instant departAt, Instant returnAt, Instant now) {
        if (!departAt.isBefore(returnAt)) {
            return Optional.of(Problem.of(
                    400,
                    "period-reversed",
                    "输入有误 Invalid input",
                    "返回时间 %s 应晚于出发时间 %s".formatted(returnAt, departAt),
                    "returnAt %s must be after departAt %s".formatted(returnAt, departAt),
                    "returnAt"));
        }
        if (departAt.isBefore(now.minus(TOLERATED_PAST))) {
            return Optional.of(Problem.invalid(
                    "departAt",
                    "出发时间 %s 已过，请填写将来的时间".formatted(departAt),
                    "departAt %s is in the past; give a time in the future".formatted(departAt)));
        }
        if (departAt.isAfter(now.plus(FARTHEST_FUTURE))) {
            return Optional.of(Problem.invalid(
                    "departAt",
                    "出发时间 %s 超过一年，请填写一年以内的时间".formatted(departAt),
                    "departAt %s is more than a year ahead; give a time within a year".formatted(departAt)));
        }
        return returnAt.isAfter(departAt.plus(LONGEST_USE))
                ? Optional.of(Problem.invalid(
                        "returnAt",
                        "一次用车最长 15 天，返回时间应不晚于 %s".formatted(departAt.plus(LONGEST_USE)),
                        "one use lasts 15 days at most; returnAt must not be after %s"
                                .formatted(departAt.plus(LONGEST_USE))))
                : Optional.empty();
    }
}
