package org.motorpool.dispatch.supervision.detector;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.SealingWindows.WorkHours;
import org.motorpool.dispatch.supervision.detector.Track.Movement;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Exemption;

/**
 * Movements that should not be: V08 to V10, and too long ones: V29. A moment of a movement belongs to one of V08, V09 and V10 only:
 * sealed time to V09, else time without any order to V08, else off hours outside the period of the order to V10.
 */
final class MovementDetectors {

    private MovementDetectors() {}

    /** V08: the vehicle leaves its spot while no order has it. */
    static Stream<Lead> withoutOrder(Case given) {
        long grace_s = minutes(given, "grace_min");
        Predicate<Instant> counts = moment -> !isSealed(given, moment)
                && given.openAt(moment, grace_s).findAny().isEmpty();
        return away(given, counts)
                .map(movement -> lead(
                        given,
                        movement,
                        "%s 于 %s 至 %s 在没有派车单时移动，最远 %s 公里",
                        "%s moved from %s to %s without an order, up to %s km"));
    }

    /** V09: the vehicle leaves its spot in a sealing window in which it is not declared exempt. */
    static Stream<Lead> whileSealed(Case given) {
        return away(given, moment -> isSealed(given, moment))
                .map(movement -> lead(
                        given,
                        movement,
                        "%s 于 %s 至 %s 在" + window(given, movement.from()) + "封存期间移动，最远 %s 公里，未申报值班、执法或应急用车",
                        "%s moved from %s to %s while sealed, up to %s km, and is not declared exempt"));
    }

    /** V10: off hours of a workday, outside the approved period of the order that has the vehicle. */
    static Stream<Lead> offHours(Case given) {
        WorkHours hours = WorkHours.of(given.threshold("work_start_h"), given.threshold("work_end_h"));
        long grace_s = minutes(given, "grace_min");
        Predicate<Instant> counts = moment -> !isSealed(given, moment)
                && !isWorkTime(given, moment, hours)
                && given.openAt(moment, grace_s).findAny().isPresent()
                && given.plannedAt(moment, grace_s).findAny().isEmpty();
        return away(given, counts)
                .map(movement -> lead(
                        given,
                        movement,
                        "%s 于 %s 至 %s 在非工作时段移动，最远 %s 公里，不在派车单批准的时段内",
                        "%s moved from %s to %s off hours, up to %s km, outside the approved period of its order"));
    }

    /** V29: driving longer than allowed without a rest that counts; time without reports counts as rest. */
    static Stream<Lead> fatigue(Case given) {
        Duration longest = Duration.ofMinutes((long) given.threshold("driving_min"));
        Duration rest = Duration.ofMinutes((long) given.threshold("rest_min"));
        return given.track().movements(given.day().to()::isAfter, rest).stream()
                .filter(movement -> !movement.to().isBefore(given.day().from()))
                .filter(movement -> movement.length().compareTo(longest) > 0)
                .map(movement -> fatigue(given, movement));
    }

    private static Lead fatigue(Case given, Movement movement) {
        long minutes = movement.length().toMinutes();
        return given.lead(
                "drive:" + movement.from(),
                movement.from(),
                movement.to(),
                given.track().mayBeginBefore(movement.from()),
                new Text(
                        "%s 自 %s 起连续行驶 %d 分钟，中途没有 %s 分钟以上的停车休息"
                                .formatted(
                                        given.vehicle().plate(),
                                        Wording.at(movement.from()),
                                        minutes,
                                        Wording.rounded(given.threshold("rest_min"), 0)),
                        "%s drove %d minutes from %s on without a rest of %s minutes"
                                .formatted(
                                        given.vehicle().plate(),
                                        minutes,
                                        Wording.at(movement.from()),
                                        Wording.rounded(given.threshold("rest_min"), 0))),
                Map.of("driving_min", minutes, "rest_min", given.threshold("rest_min")));
    }

    private static Stream<Movement> away(Case given, Predicate<Instant> counts) {
        Predicate<Instant> known = given.day().to()::isAfter;
        return given.track().movements(known.and(counts)).stream()
                .filter(movement -> !movement.to().isBefore(given.day().from()))
                .filter(movement -> movement.farthest_m() > given.threshold("distance_m"));
    }

    private static Lead lead(Case given, Movement movement, String zh, String en) {
        Object[] figures = {
            given.vehicle().plate(),
            Wording.at(movement.from()),
            Wording.at(movement.to()),
            Wording.rounded(movement.farthest_m() / 1000, 2)
        };
        return given.lead(
                "move:" + movement.from(),
                movement.from(),
                movement.to(),
                given.track().mayBeginBefore(movement.from()),
                new Text(zh.formatted(figures), en.formatted(figures)),
                Map.of("farthest_m", Math.round(movement.farthest_m()), "distance_m", given.threshold("distance_m")));
    }

    private static boolean isSealed(Case given, Instant moment) {
        return given.day().isSealed(moment)
                && given.facts().exemptions().stream().noneMatch(exemption -> covers(given, exemption, moment));
    }

    /** An exemption is declared beforehand; an emergency may be, some hours after. */
    private static boolean covers(Case given, Exemption exemption, Instant moment) {
        double late_h =
                exemption.kind().equals("EMERGENCY") ? given.rule().thresholds().getOrDefault("emergency_h", 0.0) : 0;
        Instant latest = moment.plusSeconds((long) (late_h * 3600));
        return !moment.isBefore(exemption.from())
                && moment.isBefore(exemption.to())
                && !exemption.declaredAt().isAfter(latest);
    }

    private static boolean isWorkTime(Case given, Instant moment, WorkHours hours) {
        ZonedDateTime local = moment.atZone(Day.CHINA);
        LocalTime time = local.toLocalTime();
        return given.day().calendar().isWorkday(local.toLocalDate())
                && !time.isBefore(hours.start())
                && time.isBefore(hours.end());
    }

    private static String window(Case given, Instant moment) {
        return given.day().sealed().stream()
                .filter(window -> !moment.isBefore(window.from()) && moment.isBefore(window.to()))
                .map(window -> window.name().replace("%", "%%"))
                .findFirst()
                .orElse("");
    }

    private static long minutes(Case given, String threshold) {
        return (long) (given.threshold(threshold) * 60);
    }
}
