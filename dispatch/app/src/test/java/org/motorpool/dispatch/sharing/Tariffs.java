package org.motorpool.dispatch.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.TariffApi;
import org.motorpool.dispatch.contract.TariffApi.Rate;
import org.motorpool.dispatch.contract.TariffApi.Rounding;
import org.motorpool.dispatch.contract.TariffApi.Tier;
import org.motorpool.dispatch.contract.TariffApi.Waiting;

/** Object mother of tariffs and measured uses. */
final class Tariffs {

    static final Rounding TO_FEN = new Rounding("FEN", "HALF_UP", "LINE");
    static final Instant EIGHT = Instant.parse("2026-11-23T00:00:00Z");

    private Tariffs() {}

    /** 1.8 CNY/km to 50 km, then 1.6; short uses as 60 km; beyond 30 minutes of waiting 9 CNY per 30 minutes (reference S96). */
    static Rate perKilometre() {
        return new Rate(
                null,
                null,
                null,
                60,
                List.of(new Tier(50, 180L), new Tier(null, 160L)),
                null,
                null,
                new Waiting(30, 30, 900L),
                null);
    }

    static Rate byTime(long hour_fen, long day_fen) {
        return new Rate(null, null, null, null, List.of(), hour_fen, day_fen, null, null);
    }

    static Rate perKilometre(long fen_per_km) {
        return new Rate(null, null, null, null, List.of(new Tier(null, fen_per_km)), null, null, null, null);
    }

    static Tariff of(Rate... rates) {
        return of(TO_FEN, rates);
    }

    static Tariff of(Rounding rounding, Rate... rates) {
        return tariff(rounding, rates.length == 0, List.of(rates));
    }

    static Tariff free() {
        return of();
    }

    private static Tariff tariff(Rounding rounding, boolean free, List<Rate> rates) {
        return new Tariff(
                new TariffApi.Tariff(
                        new UUID(0, 1),
                        1,
                        new UUID(0, 2),
                        "上海市机关事务管理局",
                        "一般公务用车",
                        "PUBLISHED",
                        free,
                        rates,
                        List.of("TOLL", "PARKING"),
                        rounding,
                        LocalDate.parse("2026-01-01"),
                        null,
                        0),
                "/100000/310000/");
    }

    static Measured use(long distance_m, long seconds, int waiting_minutes, Measured.Expense... expenses) {
        return new Measured(
                "QT", "SEDAN", distance_m, EIGHT, EIGHT.plusSeconds(seconds), waiting_minutes, List.of(expenses));
    }

    static Measured distance(long distance_m) {
        return use(distance_m, 3600, 0);
    }

    static Measured.Expense expense(String kind, long amount_fen) {
        return new Measured.Expense(kind, amount_fen, null);
    }

    static Rate withMinimum(Rate rate, @Nullable Long minimum_fen) {
        return new Rate(
                rate.category(),
                rate.bodyType(),
                rate.start_fen(),
                rate.least_km(),
                rate.tiers(),
                rate.hour_fen(),
                rate.day_fen(),
                rate.waiting(),
                minimum_fen);
    }

    static Rate withNoShow(Rate rate, Long noShow_fen) {
        return new Rate(
                rate.category(),
                rate.bodyType(),
                rate.start_fen(),
                rate.least_km(),
                rate.tiers(),
                rate.hour_fen(),
                rate.day_fen(),
                rate.waiting(),
                rate.minimum_fen(),
                noShow_fen);
    }

    static Rate forBodyType(Rate rate, String bodyType) {
        return new Rate(
                rate.category(),
                bodyType,
                rate.start_fen(),
                rate.least_km(),
                rate.tiers(),
                rate.hour_fen(),
                rate.day_fen(),
                rate.waiting(),
                rate.minimum_fen());
    }
}
