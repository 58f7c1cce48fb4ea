package org.motorpool.dispatch.sharing;

import static org.motorpool.dispatch.Fields.bad;
import static org.motorpool.dispatch.Fields.number;
import static org.motorpool.dispatch.Fields.oneOf;
import static org.motorpool.dispatch.Fields.required;
import static org.motorpool.dispatch.Fields.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.TariffApi.NewTariff;
import org.motorpool.dispatch.contract.TariffApi.Rate;
import org.motorpool.dispatch.contract.TariffApi.Rounding;
import org.motorpool.dispatch.contract.TariffApi.Tier;
import org.motorpool.dispatch.contract.TariffApi.Waiting;

/** Reads a new tariff; the first bad field is a problem that names it. */
final class TariffForms {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_RATES = 50;
    private static final int MOST_TIERS = 10;
    private static final long MOST_FEN = 100_000_000;
    private static final int MOST_KM = 10_000;
    private static final int MOST_MINUTES = 1440;

    private static final Set<String> BODY_TYPES = Set.of("SEDAN", "SMALL_BUS", "MEDIUM_BUS", "LARGE_BUS");
    private static final Set<String> EXPENSES = Set.of("TOLL", "PARKING", "FUEL", "CHARGING");

    private TariffForms() {}

    static NewTariff require(@Nullable NewTariff form) {
        NewTariff wanted = required("unitId", form);
        required("unitId", wanted.unitId());
        text("name", wanted.name(), LONGEST_NAME);
        requirePeriod(wanted);
        requireRounding(required("rounding", wanted.rounding()));
        wanted.passThrough().forEach(kind -> oneOf("passThrough", kind, EXPENSES));
        requirePrice(wanted, required("free", wanted.free()));
        return wanted;
    }

    private static void requirePeriod(NewTariff wanted) {
        required("effectiveFrom", wanted.effectiveFrom());
        if (wanted.effectiveTo() != null && !wanted.effectiveTo().isAfter(wanted.effectiveFrom())) {
            throw bad("effectiveTo", "应晚于 effectiveFrom", "must be after effectiveFrom");
        }
    }

    private static void requireRounding(Rounding rounding) {
        oneOf("rounding.to", rounding.to(), Set.of("FEN", "JIAO", "YUAN"));
        oneOf("rounding.mode", rounding.mode(), Set.of("HALF_UP", "HALF_EVEN"));
        oneOf("rounding.per", rounding.per(), Set.of("LINE", "BILL"));
    }

    /** Either explicitly free, or with prices; never both, and no price by being nothing. */
    private static void requirePrice(NewTariff wanted, boolean free) {
        List<Rate> rates = wanted.rates();
        if (free && !rates.isEmpty()) {
            throw bad("free", "免费的收费标准不能再列价格，请二选一", "a free tariff has no rates; choose one of both");
        }
        if (!free && (rates.isEmpty() || rates.size() > MOST_RATES)) {
            throw bad(
                    "rates",
                    "应有 1 至 %d 项价格，或注明免费".formatted(MOST_RATES),
                    "must be 1 to %d, or the tariff free".formatted(MOST_RATES));
        }
        for (int i = 0; i < rates.size(); i++) {
            requireRate("rates[%d]".formatted(i), rates.get(i));
        }
        requireDistinct(rates);
    }

    private static void requireDistinct(List<Rate> rates) {
        Set<List<@Nullable String>> classes = new HashSet<>();
        for (Rate rate : rates) {
            List<@Nullable String> vehicles =
                    Stream.of(rate.category(), rate.bodyType()).toList();
            if (!classes.add(vehicles)) {
                throw bad("rates", "同一类车型 %s 有两项价格".formatted(vehicles), "has two prices for %s".formatted(vehicles));
            }
        }
    }

    private static void requireRate(String field, Rate rate) {
        if (rate.bodyType() != null) {
            oneOf(field + ".bodyType", rate.bodyType(), BODY_TYPES);
        }
        fen(field + ".start_fen", rate.start_fen());
        fen(field + ".hour_fen", rate.hour_fen());
        fen(field + ".day_fen", rate.day_fen());
        fen(field + ".minimum_fen", rate.minimum_fen());
        fen(field + ".noShow_fen", rate.noShow_fen());
        within(field + ".least_km", rate.least_km(), 0, MOST_KM);
        requireTiers(field + ".tiers", rate.tiers());
        if (rate.waiting() != null) {
            requireWaiting(field + ".waiting", rate.waiting());
        }
        if (!pricesSomething(rate)) {
            throw bad(field, "没有任何价格；免费请用 free", "prices nothing; a free tariff says free");
        }
    }

    private static void requireTiers(String field, List<Tier> tiers) {
        if (tiers.size() > MOST_TIERS) {
            throw bad(field, "最多 %d 段".formatted(MOST_TIERS), "has at most %d stretches".formatted(MOST_TIERS));
        }
        long begin_km = 0;
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            fen(field + ".fen_per_km", required(field + ".fen_per_km", tier.fen_per_km()));
            if ((tier.upTo_km() == null) != (i == tiers.size() - 1)
                    || (tier.upTo_km() != null && tier.upTo_km() <= begin_km)) {
                throw bad(field + ".upTo_km", "应逐段递增，最后一段不设上限", "must grow, and the last stretch has none");
            }
            begin_km = tier.upTo_km() == null ? begin_km : tier.upTo_km();
        }
    }

    private static void requireWaiting(String field, Waiting waiting) {
        within(field + ".free_minutes", required(field + ".free_minutes", waiting.free_minutes()), 0, MOST_MINUTES);
        within(field + ".step_minutes", required(field + ".step_minutes", waiting.step_minutes()), 1, MOST_MINUTES);
        fen(field + ".fen_per_step", required(field + ".fen_per_step", waiting.fen_per_step()));
    }

    private static boolean pricesSomething(Rate rate) {
        return Stream.concat(
                        Stream.of(rate.start_fen(), rate.hour_fen(), rate.day_fen(), rate.minimum_fen()),
                        rate.tiers().stream().map(Tier::fen_per_km))
                .anyMatch(fen -> fen != null && fen > 0);
    }

    private static void fen(String field, @Nullable Long value) {
        if (value != null) {
            number(field, value, 0, MOST_FEN);
        }
    }

    private static void within(String field, @Nullable Integer value, int least, int most) {
        if (value != null) {
            number(field, value.longValue(), least, most);
        }
    }
}
