package org.motorpool.dispatch.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.OrderApi.Order;
import org.motorpool.dispatch.contract.OrderApi.Trip;
import org.motorpool.dispatch.sharing.Measured;
import org.motorpool.dispatch.sharing.PriceComponent;
import org.motorpool.dispatch.sharing.PricedLine;
import org.motorpool.dispatch.sharing.Pricing;
import org.motorpool.dispatch.sharing.Tariff;

/** What a use comes to: pure arithmetic over its tariff, its trip and its expenses. */
final class UsePricing {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private UsePricing() {}

    /** The measure of a closed trip: by telematics, or by odometer without a track. */
    static long distance_m(Trip trip) {
        return trip.measured_m() == null
                ? Math.multiplyExact(trip.odometerEnd_km() - trip.odometerStart_km(), 1000)
                : trip.measured_m();
    }

    /** A use as it was driven, with the expenses that the tariff passes through. */
    static UseToCharge use(Tariff tariff, Measured use, Trip trip) {
        List<LineToCharge> lines = Pricing.price(tariff, use).stream()
                .map(line -> line(line, evidence(trip)))
                .toList();
        return new UseToCharge(ChargeKind.USE, use.from(), use.to(), use.distance_m(), lines);
    }

    /** Expenses that were entered after the use was charged; empty when none is passed through. */
    static Optional<UseToCharge> supplement(Tariff tariff, Measured use, Set<UUID> charged) {
        List<LineToCharge> late = Pricing.price(tariff, use).stream()
                .filter(line -> line.expenseId() != null && !charged.contains(line.expenseId()))
                .map(line -> line(line, ""))
                .toList();
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(new UseToCharge(ChargeKind.SUPPLEMENT, use.from(), use.to(), null, late));
    }

    /** Who does not appear pays the fee of the tariff. */
    static UseToCharge noShow(Order order, Tariff tariff, long fee_fen) {
        LineToCharge line = new LineToCharge(
                ChargeKind.NO_SHOW.name(),
                BigDecimal.ONE,
                PriceComponent.NO_SHOW.unit(),
                fee_fen,
                fee_fen,
                "%s v%d".formatted(tariff.view().name(), tariff.view().tariffVersion()),
                null);
        return new UseToCharge(ChargeKind.NO_SHOW, order.from(), order.to(), null, List.of(line));
    }

    /** Who does not appear pays part of what was expected. */
    static Optional<UseToCharge> noShow(Order order, Basis basis, SettlementRule rule) {
        return fee(order, ChargeKind.NO_SHOW, basis, rule.noShowFeePercent(), rule.clause());
    }

    /** Who cancels late pays part of what was expected; early enough, nothing. */
    static Optional<UseToCharge> cancellation(Order order, Basis basis, SettlementRule rule, Instant at) {
        boolean free = at.isBefore(order.from().minus(Duration.ofMinutes(rule.cancelFreeMinutes())));
        return free
                ? Optional.empty()
                : fee(order, ChargeKind.CANCELLATION, basis, rule.cancelFeePercent(), rule.clause());
    }

    private static Optional<UseToCharge> fee(Order order, ChargeKind kind, Basis basis, int percent, String clause) {
        long fee_fen = BigDecimal.valueOf(basis.estimate_fen())
                .multiply(BigDecimal.valueOf(percent))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
        LineToCharge line = new LineToCharge(
                kind.name(),
                BigDecimal.ONE,
                "use",
                null,
                fee_fen,
                "%s：%d%% × %d fen".formatted(clause, percent, basis.estimate_fen()),
                null);
        return fee_fen == 0
                ? Optional.empty()
                : Optional.of(new UseToCharge(kind, order.from(), order.to(), null, List.of(line)));
    }

    private static LineToCharge line(PricedLine line, String trip) {
        PriceComponent component = line.component();
        String evidence = line.expenseId() == null ? trip : "expense " + line.expenseId();
        return new LineToCharge(
                component.name(),
                line.quantity(),
                component.unit(),
                line.rate_fen(),
                line.amount_fen(),
                evidence,
                line.expenseId());
    }

    private static String evidence(Trip trip) {
        return Stream.of(
                        "trip " + trip.id(),
                        "odometer %d-%d km".formatted(trip.odometerStart_km(), trip.odometerEnd_km()),
                        trip.measured_m() == null ? "no track" : "track %d m".formatted(trip.measured_m()))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }
}
