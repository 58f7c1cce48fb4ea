package org.motorpool.planner;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.PlannerCommand.Ride;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerCommand.Vehicle;
import org.motorpool.planner.contract.PlannerEvent.PlanFailed;

/** Refuses a command that no plan can be made of, naming the first field that is wrong. */
final class PlanCheck {

    private static final int MAX_SECONDS = 600;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final SolvePlan command;
    private final PlannerConfig.Limit limit;

    private PlanCheck(SolvePlan command, PlannerConfig.Limit limit) {
        this.command = command;
        this.limit = limit;
    }

    static Optional<PlanFailed> findFault(SolvePlan command, PlannerConfig.Limit limit) {
        PlanCheck check = new PlanCheck(command, limit);
        return Stream.<Supplier<Optional<PlanFailed>>>of(
                        check::findWrongSeconds,
                        check::findTooMany,
                        check::findWrongVehicle,
                        check::findWrongRide,
                        check::findWrongDay)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<PlanFailed> findWrongSeconds() {
        int seconds = command.seconds();
        if (seconds >= 1 && seconds <= MAX_SECONDS) {
            return Optional.empty();
        }
        return failure(
                "invalid-seconds",
                "seconds 须为 1 至 %d 秒，实为 %d".formatted(MAX_SECONDS, seconds),
                "seconds must be 1 to %d, but is %d".formatted(MAX_SECONDS, seconds));
    }

    private Optional<PlanFailed> findTooMany() {
        int rides = command.rides().size() + days(facts -> facts.rides().size()).sum();
        if (rides > limit.rides()) {
            return tooMany("too-many-rides", "rides", rides, limit.rides());
        }
        int vehicles = Math.max(
                command.vehicles().size(),
                days(facts -> facts.vehicles().size()).max().orElse(0));
        return vehicles > limit.vehicles()
                ? tooMany("too-many-vehicles", "vehicles", vehicles, limit.vehicles())
                : Optional.empty();
    }

    private IntStream days(ToIntFunction<DayApi.Facts> count) {
        return command.days().stream().mapToInt(count);
    }

    private Optional<PlanFailed> tooMany(String code, String field, int count, int most) {
        return failure(
                code,
                "%s 共 %d 项，超过上限 %d；请分批排班".formatted(field, count, most),
                "%s has %d entries, more than the limit of %d; plan them in parts".formatted(field, count, most));
    }

    private Optional<PlanFailed> findWrongVehicle() {
        return findBroken("vehicles", command.vehicles(), InputRule.VEHICLE)
                .or(() -> findDuplicate("duplicate-vehicle", "vehicles", command.vehicles(), Vehicle::vehicleId));
    }

    private Optional<PlanFailed> findWrongRide() {
        return findBroken("rides", command.rides(), InputRule.RIDE)
                .or(() -> findDuplicate("duplicate-ride", "rides", command.rides(), Ride::requestId));
    }

    /** What is proposed must have ids that orders have; what else is wrong with a day is found when it is read. */
    private Optional<PlanFailed> findWrongDay() {
        return command.days().stream()
                .flatMap(facts -> Stream.of(
                                facts.vehicles().stream().map(DayApi.Vehicle::id),
                                facts.drivers().stream().map(DayApi.Driver::id),
                                facts.rides().stream().map(DayApi.Ride::id))
                        .flatMap(Function.identity()))
                .filter(id -> !isUuid(id))
                .findFirst()
                .flatMap(id -> failure("invalid-id", "编号 %s 不是 UUID".formatted(id), "id %s is no UUID".formatted(id)))
                .or(() -> findDuplicate("duplicate-ride", "days", asked(), DayApi.Ride::id));
    }

    private List<DayApi.Ride> asked() {
        return command.days().stream()
                .flatMap(facts -> facts.rides().stream())
                .filter(ride -> ride.promised() == null || !ride.promised().pinned())
                .toList();
    }

    private static boolean isUuid(@Nullable String id) {
        return id != null && UUID_FORM.matcher(id).matches();
    }

    private <T> Optional<PlanFailed> findBroken(String list, List<T> items, List<InputRule<T>> rules) {
        for (int index = 0; index < items.size(); index++) {
            T item = items.get(index);
            for (InputRule<T> rule : rules) {
                if (!rule.holds().test(item)) {
                    return broken("%s[%d].%s".formatted(list, index, rule.field()), rule, item);
                }
            }
        }
        return Optional.empty();
    }

    private <T> Optional<PlanFailed> broken(String path, InputRule<T> rule, T item) {
        Object actual = rule.value().apply(item);
        return failure(
                rule.code(),
                "%s %s，实为 %s".formatted(path, rule.chinese(), actual),
                "%s %s, but is %s".formatted(path, rule.english(), actual));
    }

    private <T> Optional<PlanFailed> findDuplicate(
            String code, String list, List<T> items, Function<T, ? extends Object> id) {
        Set<Object> seen = new HashSet<>();
        return items.stream()
                .map(id)
                .filter(one -> !seen.add(one))
                .findFirst()
                .flatMap(twice -> failure(
                        code,
                        "%s 中 %s 重复出现；每项只能出现一次".formatted(list, twice),
                        "%s holds %s twice; send each only once".formatted(list, twice)));
    }

    private Optional<PlanFailed> failure(String code, String chinese, String english) {
        return Optional.of(new PlanFailed(command.planId(), command.planningUnit(), code, chinese + " / " + english));
    }
}
