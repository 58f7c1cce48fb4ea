package org.motorpool.dispatch.sharing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.TariffApi.Rate;
import org.motorpool.dispatch.contract.TariffApi.Tier;
import org.motorpool.dispatch.contract.TariffApi.Waiting;

/** What a rate charges for a use; pure arithmetic, exact to the thousandth of a fen. */
final class Charging {

    private static final long SECONDS_PER_HOUR = 3600;
    private static final long SECONDS_PER_DAY = 86_400;

    private Charging() {}

    /** The charges of a use that come to something. */
    static List<Charge> of(Rate rate, Measured use) {
        return Stream.of(
                        Stream.of(Charge.of(PriceComponent.START, 1, or0(rate.start_fen()))),
                        distance(rate, use.distance_m()).stream(),
                        time(rate, Duration.between(use.from(), use.to())).stream(),
                        Stream.of(waiting(rate.waiting(), use.waiting_minutes())))
                .flatMap(charges -> charges)
                .filter(Charge::isSomething)
                .toList();
    }

    /** The charges of a use whose passengers did not come. */
    static List<Charge> ofNoShow(Rate rate, Measured use) {
        return Stream.of(
                        Charge.of(PriceComponent.NO_SHOW, 1, or0(rate.noShow_fen())),
                        waiting(rate.waiting(), use.waiting_minutes()))
                .filter(Charge::isSomething)
                .toList();
    }

    private static List<Charge> distance(Rate rate, long measured_m) {
        long distance_m = Math.max(measured_m, or0(rate.least_km()) * 1000L);
        List<Charge> charges = new ArrayList<>();
        long begin_m = 0;
        for (Tier tier : rate.tiers()) {
            long end_m = tier.upTo_km() == null ? distance_m : Math.min(distance_m, tier.upTo_km() * 1000L);
            charges.add(stretch(Math.max(0, end_m - begin_m), tier.fen_per_km()));
            begin_m = Math.max(begin_m, end_m);
        }
        return charges;
    }

    private static Charge stretch(long length_m, long fen_per_km) {
        return new Charge(PriceComponent.DISTANCE, BigDecimal.valueOf(length_m, 3), fen_per_km);
    }

    /** Full days, then started hours; the hours of a day never cost more than the day. */
    private static List<Charge> time(Rate rate, Duration length) {
        long hour_fen = or0(rate.hour_fen());
        long day_fen = or0(rate.day_fen());
        if (day_fen == 0) {
            return List.of(Charge.of(PriceComponent.HOURS, started(length.toSeconds(), SECONDS_PER_HOUR), hour_fen));
        }
        long days = length.toDays();
        long hours = started(length.toSeconds() - days * SECONDS_PER_DAY, SECONDS_PER_HOUR);
        boolean anotherDay = hours > 0 && (hour_fen == 0 || hours * hour_fen >= day_fen);
        return List.of(
                Charge.of(PriceComponent.DAYS, anotherDay ? days + 1 : days, day_fen),
                Charge.of(PriceComponent.HOURS, anotherDay ? 0 : hours, hour_fen));
    }

    private static Charge waiting(@Nullable Waiting rule, int waited_minutes) {
        if (rule == null) {
            return Charge.of(PriceComponent.WAITING, 0, 0);
        }
        long beyond_minutes = Math.max(0, waited_minutes - rule.free_minutes());
        return Charge.of(PriceComponent.WAITING, started(beyond_minutes, rule.step_minutes()), rule.fen_per_step());
    }

    private static long started(long length, long step) {
        return Math.ceilDiv(length, step);
    }

    private static long or0(@Nullable Number value) {
        return Objects.requireNonNullElse(value, 0).longValue();
    }
}
