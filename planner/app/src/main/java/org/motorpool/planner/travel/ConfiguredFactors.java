package org.motorpool.planner.travel;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi.TimeFactor;
import org.motorpool.planner.search.day.DayFacts;

/** 时段系数 as the operator sets them: {@code 7-9:1.5} is half as long again from seven to nine. */
final class ConfiguredFactors {

    private static final Pattern FACTOR = Pattern.compile("(\\d{1,2})-(\\d{1,2}):(\\d{1,3}(?:\\.\\d{1,9})?)");
    private static final int DAY_H = 24;

    /**
     * Speeds of a road network are those of free roads. An estimate of rush hours in a large city; the congestion index 拥堵延时指数 that is
     * published for it says more.
     */
    private static final List<String> RUSH_HOURS = List.of("7-9:1.5", "17-19:1.5");

    private ConfiguredFactors() {}

    static List<TimeFactor> of(PlannerConfig.Travelling travel) {
        List<String> usual = travel.roadNetwork().isPresent() ? RUSH_HOURS : List.of();
        return Stream.concat(
                        read(
                                "workday-factors",
                                "WORKDAY",
                                travel.workdayFactors().orElse(usual)),
                        read(
                                "rest-day-factors",
                                "REST_DAY",
                                travel.restDayFactors().orElse(List.of())))
                .toList();
    }

    private static Stream<TimeFactor> read(String key, String kind, List<String> factors) {
        return factors.stream().map(String::strip).map(factor -> find(kind, factor)
                .orElseThrow(() -> new IllegalStateException(
                        """
                        motorpool.planner.travel.%1$s 的 %2$s 无效：应形如 7-9:1.5，时段在 0 至 24 时之间，系数在 %3$s 至 %4$s 之间
                        motorpool.planner.travel.%1$s must not be %2$s: write 7-9:1.5, hours from 0 to 24, a factor from %3$s to %4$s""".formatted(key, factor, DayFacts.TimeFactor.LEAST, DayFacts.TimeFactor.MOST))));
    }

    private static Optional<TimeFactor> find(String kind, String factor) {
        Matcher parts = FACTOR.matcher(factor);
        return parts.matches()
                ? Optional.of(new TimeFactor(
                                kind,
                                null,
                                Integer.parseInt(parts.group(1)),
                                Integer.parseInt(parts.group(2)),
                                Double.parseDouble(parts.group(3))))
                        .filter(ConfiguredFactors::isSound)
                : Optional.empty();
    }

    private static boolean isSound(TimeFactor factor) {
        return factor.fromHour() < factor.toHour()
                && factor.toHour() <= DAY_H
                && factor.factor() >= DayFacts.TimeFactor.LEAST
                && factor.factor() <= DayFacts.TimeFactor.MOST;
    }
}
