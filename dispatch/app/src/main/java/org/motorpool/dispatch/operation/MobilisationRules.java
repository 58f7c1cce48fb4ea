package org.motorpool.dispatch.operation;

import static org.motorpool.dispatch.Fields.bad;
import static org.motorpool.dispatch.Fields.number;
import static org.motorpool.dispatch.Fields.required;
import static org.motorpool.dispatch.Fields.text;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.OperationApi.Mobilisation;
import org.motorpool.dispatch.contract.OperationApi.Need;

/** What an emergency mobilisation must satisfy by itself; the first bad field is a problem that names it. */
final class MobilisationRules {

    private static final Duration LONGEST = Duration.ofDays(15);
    private static final double MOST_KM = 1_000;
    private static final int MOST_NEEDS = 10;

    private MobilisationRules() {}

    static Mobilisation require(@Nullable Mobilisation given, Instant now) {
        Mobilisation wanted = required("mobilisation", given);
        text("mobilisation.reason", wanted.reason(), 200);
        required("mobilisation.assembly", wanted.assembly());
        if (wanted.radius_km() != null && !(wanted.radius_km() > 0 && wanted.radius_km() <= MOST_KM)) {
            throw bad("mobilisation.radius_km", "应大于 0 且不超过 1000", "must be above 0 and at most 1000");
        }
        period(required("mobilisation.from", wanted.from()), required("mobilisation.until", wanted.until()), now);
        needs(wanted);
        return wanted;
    }

    private static void period(Instant from, Instant until, Instant now) {
        if (!until.isAfter(from) || until.isAfter(from.plus(LONGEST))) {
            throw bad("mobilisation.until", "应晚于 from，且不超过 15 天", "must be after from, by 15 days at most");
        }
        if (from.isBefore(now.minus(Duration.ofMinutes(1)))) {
            throw bad("mobilisation.from", "已过，请填写将来的时间", "is in the past");
        }
    }

    private static void needs(Mobilisation wanted) {
        if (wanted.needs().isEmpty() || wanted.needs().size() > MOST_NEEDS) {
            throw bad("mobilisation.needs", "应为 1 至 10 项", "has 1 to 10 entries");
        }
        Set<String> codes = new HashSet<>();
        for (Need need : wanted.needs()) {
            if (!codes.add(text("mobilisation.needs.code", need.code(), 20))) {
                throw bad("mobilisation.needs.code", "重复", "comes twice");
            }
            number("mobilisation.needs.seats", asLong(need.seats()), 1, 55);
            number("mobilisation.needs.vehicles", asLong(need.vehicles()), 1, 200);
        }
    }

    private static @Nullable Long asLong(@Nullable Integer value) {
        return value == null ? null : value.longValue();
    }
}
