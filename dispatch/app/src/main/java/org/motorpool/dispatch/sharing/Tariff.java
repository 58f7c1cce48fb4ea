package org.motorpool.dispatch.sharing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.TariffApi;
import org.motorpool.dispatch.contract.TariffApi.Rate;

/** A version of a tariff 收费标准, as people see it and with the path of the unit that charges. */
public record Tariff(TariffApi.Tariff view, String unitPath) {

    public UUID id() {
        return view.id();
    }

    public TariffStatus status() {
        return TariffStatus.valueOf(view.status());
    }

    /** Whether uses of this day are priced by it. */
    public boolean isInForce(LocalDate day) {
        return status() == TariffStatus.PUBLISHED
                && !day.isBefore(view.effectiveFrom())
                && (view.effectiveTo() == null || day.isBefore(view.effectiveTo()));
    }

    /** Whether vehicles like this have a price, be it none. */
    public boolean covers(String category, String bodyType) {
        return view.free() || findRate(category, bodyType).isPresent();
    }

    /** What passengers who do not come pay for such vehicles; empty without a fee. */
    public Optional<Long> findNoShow_fen(String category, String bodyType) {
        return findRate(category, bodyType).map(Rate::noShow_fen);
    }

    /** The rate of such vehicles: one for their category and body type goes before one for either, that before one for all. */
    Optional<Rate> findRate(String category, String bodyType) {
        return view.rates().stream()
                .filter(rate -> fits(rate.category(), category) && fits(rate.bodyType(), bodyType))
                .max(Comparator.comparingInt(Tariff::specificity));
    }

    private static boolean fits(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static int specificity(Rate rate) {
        return (rate.category() == null ? 0 : 2) + (rate.bodyType() == null ? 0 : 1);
    }
}
