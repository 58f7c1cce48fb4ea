package org.motorpool.dispatch.trip;

import java.util.Optional;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.OdometerApi.Reading;

/** An odometer only goes forward, whoever reads it and for whichever order; what is wrong is corrected with a reason. */
final class OdometerRules {

    private OdometerRules() {}

    /** The reading beside the last before it and the first after it. */
    static Optional<Problem> check(long odometer_km, Optional<Reading> before, Optional<Reading> after) {
        return before.filter(reading -> odometer_km < reading.odometer_km())
                .map(reading -> less(odometer_km, reading))
                .or(() -> after.filter(reading -> !reading.source().equals("CORRECTION"))
                        .filter(reading -> odometer_km > reading.odometer_km())
                        .map(reading -> more(odometer_km, reading)));
    }

    private static Problem less(long odometer_km, Reading before) {
        return reversed(
                "里程表读数 %d 小于该车 %s 的读数 %d，里程表不会倒退；请核对，确有错误由车管人员更正"
                        .formatted(odometer_km, before.readAt(), before.odometer_km()),
                "odometer_km %d is less than %d read at %s; check it, or let a fleet officer correct the log"
                        .formatted(odometer_km, before.odometer_km(), before.readAt()));
    }

    private static Problem more(long odometer_km, Reading after) {
        return reversed(
                "里程表读数 %d 大于该车之后 %s 的读数 %d，请核对".formatted(odometer_km, after.readAt(), after.odometer_km()),
                "odometer_km %d is more than %d read later, at %s; check it"
                        .formatted(odometer_km, after.odometer_km(), after.readAt()));
    }

    private static Problem reversed(String zh, String en) {
        return Problem.of(400, "odometer-reversed", "输入有误 Invalid input", zh, en, "odometer_km");
    }
}
