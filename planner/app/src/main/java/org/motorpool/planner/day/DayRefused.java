package org.motorpool.planner.day;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayAnswerApi.Refusal;
import org.motorpool.planner.search.day.DayCheck.Fault;

/** A question about a day that cannot be answered as it was asked. */
public final class DayRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int INVALID = 400;
    private static final int UNKNOWN = 404;
    private static final int STALE = 409;
    private static final int WRONG = 422;

    private final int status;
    private final String code;
    private final @Nullable String item;

    private DayRefused(int status, String code, String detail, @Nullable String item) {
        super(detail);
        this.status = status;
        this.code = code;
        this.item = item;
    }

    /** 422: an item of the facts, or a ride, is wrong. */
    static DayRefused of(Fault fault) {
        return new DayRefused(WRONG, fault.code(), fault.toString(), fault.item());
    }

    /** 400: a field is left out. */
    static DayRefused missing(String field) {
        return new DayRefused(INVALID, "missing-field", "缺少 %s / %s must be given".formatted(field, field), field);
    }

    /** 400: a field has a value that means nothing. */
    static DayRefused invalid(String field, @Nullable Object value) {
        return new DayRefused(
                INVALID,
                "invalid-field",
                "%s 的值 %s 无效 / %s must not be %s".formatted(field, value, field, value),
                field);
    }

    /** 404: nobody gave facts of this day, or they were forgotten. */
    static DayRefused unknownDay(String day) {
        return new DayRefused(
                UNKNOWN,
                "day-unknown",
                "没有 %s 的数据，请先提交 / nothing is known of day %s; put its facts first".formatted(day, day),
                day);
    }

    /** 409: the day has other facts than the caller believes. */
    static DayRefused stale(String day) {
        return new DayRefused(
                STALE,
                "day-stale",
                "%s 的数据已更新，请重新提交 / day %s has other facts by now; put them again".formatted(day, day),
                day);
    }

    /** 404: the day has no such ride. */
    static DayRefused unknownRide(String ride) {
        return new DayRefused(
                UNKNOWN, "ride-unknown", "当日没有行程 %s / the day has no ride %s".formatted(ride, ride), ride);
    }

    /** 422: an event earlier than what is known already. */
    static DayRefused past(String event) {
        return new DayRefused(WRONG, "event-in-past", "事件时间早于此前的事件 / the event is earlier than the one before", event);
    }

    int status() {
        return status;
    }

    /** The code and words for who asked. */
    public Refusal refusal() {
        return new Refusal(code, getMessage(), item);
    }
}
