package org.motorpool.dispatch.assignment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.OrderApi.NewPlan;

/** What the body of a new plan must satisfy. */
final class NewPlanRules {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int USUAL_SECONDS = 5;
    private static final int MOST_SECONDS = 600;

    private NewPlanRules() {}

    static NewPlan require(@Nullable NewPlan wanted) {
        if (wanted == null || wanted.from() == null) {
            throw Problem.missing("from").asException();
        }
        if (wanted.to() == null) {
            throw Problem.missing("to").asException();
        }
        requirePeriod(wanted);
        int seconds = wanted.seconds() == null ? USUAL_SECONDS : wanted.seconds();
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw Problem.invalid(
                            "seconds",
                            "求解时间应在 1 到 600 秒之间，收到 %d".formatted(seconds),
                            "seconds must be 1 to 600, got %d".formatted(seconds))
                    .asException();
        }
        return new NewPlan(wanted.from(), wanted.to(), seconds);
    }

    private static void requirePeriod(NewPlan wanted) {
        if (!wanted.from().isBefore(wanted.to())) {
            throw Problem.of(
                            400,
                            "period-reversed",
                            "输入有误 Invalid input",
                            "结束时间 %s 应晚于开始时间 %s".formatted(wanted.to(), wanted.from()),
                            "to %s must be after from %s".formatted(wanted.to(), wanted.from()),
                            "to")
                    .asException();
        }
        if (Duration.between(wanted.from(), wanted.to()).compareTo(LONGEST) > 0) {
            throw Problem.invalid("to", "一次最多规划 31 天", "one plan covers 31 days at most")
                    .asException();
        }
    }
}
