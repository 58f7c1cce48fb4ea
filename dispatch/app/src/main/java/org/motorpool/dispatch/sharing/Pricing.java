package org.motorpool.dispatch.sharing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.TariffApi.Rate;

/**
 * Prices a use by a tariff. The total is the sum of the lines, to the fen; more kilometres, hours or waiting never cost less.
 * Expenses are passed through as they were, beside the rounding and the minimum.
 */
public final class Pricing {

    private Pricing() {}

    /** The lines of the price; at least one, also when it is free. */
    public static List<PricedLine> price(Tariff tariff, Measured use) {
        List<PricedLine> charged = tariff.view().free() ? List.of() : charged(rate(tariff, use), rounder(tariff), use);
        return withExpenses(tariff, use, charged);
    }

    /**
     * What it costs that the passengers did not come 用车人未到: the fee of the rate, where it has one, and the waiting, beside the
     * minimum. What was driven for nothing is in the fee.
     */
    public static List<PricedLine> noShow(Tariff tariff, Measured use) {
        List<PricedLine> charged = tariff.view().free()
                ? List.of()
                : rounded(Charging.ofNoShow(rate(tariff, use), use), rounder(tariff), 0);
        return withExpenses(tariff, use, charged);
    }

    /** What a use costs by a vehicle that the tariff has no rate for: nothing but the expenses. */
    public static List<PricedLine> unrated(Tariff tariff, Measured use) {
        return withExpenses(tariff, use, List.of());
    }

    private static List<PricedLine> withExpenses(Tariff tariff, Measured use, List<PricedLine> charged) {
        List<PricedLine> lines =
                Stream.concat(charged.stream(), passedThrough(tariff, use)).toList();
        return lines.isEmpty() ? List.of(difference(PriceComponent.FREE, 0)) : lines;
    }

    private static Rounder rounder(Tariff tariff) {
        return Rounder.of(tariff.view().rounding());
    }

    private static Rate rate(Tariff tariff, Measured use) {
        return tariff.findRate(use.category(), use.bodyType())
                .orElseThrow(() -> new IllegalArgumentException(
                        """
                        Tariff %s version %d has no rate for a %s of category %s.
                        Ask covers(category, bodyType) before a vehicle is lent.""".formatted(tariff.id(), tariff.view().tariffVersion(), use.bodyType(), use.category())));
    }

    private static List<PricedLine> charged(Rate rate, Rounder rounder, Measured use) {
        long minimum_fen = rate.minimum_fen() == null ? 0 : rate.minimum_fen();
        return rounded(Charging.of(rate, use), rounder, minimum_fen);
    }

    private static List<PricedLine> rounded(List<Charge> charges, Rounder rounder, long minimum_fen) {
        List<PricedLine> lines =
                charges.stream().map(charge -> charge.line(rounder)).toList();
        long shown_fen = PricedLine.total_fen(lines);
        long rounded_fen = rounder.perBill() ? rounder.round(exact_fen(charges)) : shown_fen;
        return Stream.of(
                        lines.stream(),
                        unlessNothing(PriceComponent.ROUNDING, rounded_fen - shown_fen),
                        unlessNothing(PriceComponent.MINIMUM, Math.max(0, minimum_fen - rounded_fen)))
                .flatMap(each -> each)
                .toList();
    }

    private static BigDecimal exact_fen(List<Charge> charges) {
        return charges.stream().map(Charge::exact_fen).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<PricedLine> unlessNothing(PriceComponent component, long amount_fen) {
        return amount_fen == 0 ? Stream.of() : Stream.of(difference(component, amount_fen));
    }

    private static PricedLine difference(PriceComponent component, long amount_fen) {
        return new PricedLine(component, BigDecimal.ONE, null, amount_fen, null);
    }

    private static Stream<PricedLine> passedThrough(Tariff tariff, Measured use) {
        return use.expenses().stream()
                .filter(expense -> tariff.view().passThrough().contains(expense.kind()))
                .map(expense -> new PricedLine(
                        PriceComponent.valueOf(expense.kind()),
                        BigDecimal.ONE,
                        null,
                        expense.amount_fen(),
                        expense.id()));
    }
}
