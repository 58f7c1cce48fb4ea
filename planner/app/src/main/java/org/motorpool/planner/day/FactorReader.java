package org.motorpool.planner.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayCheck.Fault;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.TimeFactor;

/** Lays the factors of workdays and days of rest over the day, the one before and the one after. */
final class FactorReader {

    private static final ZoneId PEOPLE = ZoneId.of("Asia/Shanghai");
    private static final int DAY_H = 24;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final String WORKDAY = "WORKDAY";
    private static final String REST_DAY = "REST_DAY";

    private final DayWords words;
    private final List<DayApi.TimeFactor> factors;
    private final @Nullable List<LocalDate> restDays;
    private final LocalDate date;

    FactorReader(DayWords words, DayApi.Facts facts) {
        this.words = words;
        this.factors = facts.timeFactors() == null ? words.travels.timeFactors() : facts.timeFactors();
        this.restDays = facts.restDays();
        this.date = LocalDate.ofInstant(facts.midnight(), PEOPLE);
    }

    List<TimeFactor> read() {
        List<TimeFactor> read = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            requireSound("timeFactor " + i, factors.get(i));
        }
        for (int day = -1; day <= 1; day++) {
            String kind = isRest(date.plusDays(day)) ? REST_DAY : WORKDAY;
            for (DayApi.TimeFactor factor : factors) {
                if (factor.kind() == null || factor.kind().equals(kind)) {
                    read.add(laid(factor, day * DAY_H));
                }
            }
        }
        return read;
    }

    private boolean isRest(LocalDate day) {
        return restDays == null ? WEEKEND.contains(day.getDayOfWeek()) : restDays.contains(day);
    }

    private TimeFactor laid(DayApi.TimeFactor factor, int midnight_h) {
        int region = factor.region() == null ? DayFacts.NONE : words.region(factor.region());
        return new TimeFactor(region, midnight_h + factor.fromHour(), midnight_h + factor.toHour(), factor.factor());
    }

    private static void requireSound(String item, DayApi.TimeFactor factor) {
        if (factor.kind() != null && !Set.of(WORKDAY, REST_DAY).contains(factor.kind())) {
            throw DayRefused.invalid(item + " kind", factor.kind());
        }
        if (factor.fromHour() < 0 || factor.toHour() > DAY_H || factor.fromHour() >= factor.toHour()) {
            throw DayRefused.of(new Fault(
                    item,
                    "impossible-hours",
                    "时段须在 0 时至 24 时之间，且开始早于结束",
                    "its hours must be between 0 and 24, and begin before they end"));
        }
        if (!(factor.factor() >= TimeFactor.LEAST && factor.factor() <= TimeFactor.MOST)) {
            throw DayRefused.of(new Fault(
                    item,
                    "impossible-factor",
                    "时段系数须在 %s 至 %s 之间".formatted(TimeFactor.LEAST, TimeFactor.MOST),
                    "its factor must be between %s and %s".formatted(TimeFactor.LEAST, TimeFactor.MOST)));
        }
    }
}
