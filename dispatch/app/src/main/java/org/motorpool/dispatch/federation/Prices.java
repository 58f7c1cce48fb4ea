package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.FederationMessage.Billed;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.sharing.Agreement;
import org.motorpool.dispatch.sharing.Measured;
import org.motorpool.dispatch.sharing.PricedLine;
import org.motorpool.dispatch.sharing.Pricing;
import org.motorpool.dispatch.sharing.Tariff;
import org.motorpool.dispatch.sharing.TariffService;

/** What a use costs by the agreement's tariff and the evidence; both sides reckon it in the same way. */
@Singleton
class Prices {

    private static final int CONFIRM_DAYS = 10;

    private final TariffService tariffs;
    private final Clock clock;

    Prices(TariffService tariffs, Clock clock) {
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /** The host's bill, by the version of the tariff that was in force when the use began. */
    Uni<Billed> bill(Mutiny.Session session, Agreement agreement, Evidenced evidence) {
        return tariffs.getInForce(session, agreement.view().terms().tariffId(), Days.of(evidence.from()))
                .map(tariff -> bill(tariff, agreement, evidence));
    }

    private Billed bill(Tariff tariff, Agreement agreement, Evidenced evidence) {
        List<PricedLine> priced = Pricing.price(tariff, measured(evidence));
        List<BillLine> lines = new ArrayList<>();
        priced.forEach(line -> lines.add(line(lines.size() + 1, line, evidence)));
        Integer days = agreement.view().terms().confirmDays();
        return new Billed(
                tariff.id(),
                tariff.view().tariffVersion(),
                lines,
                PricedLine.total_fen(priced),
                clock.instant().plus(Duration.ofDays(days == null ? CONFIRM_DAYS : days)));
    }

    /** What the bill comes to by the same version of the tariff. */
    Uni<Long> reckon_fen(Mutiny.Session session, Billed bill, Evidenced evidence) {
        return tariffs.get(session, bill.tariffId(), bill.tariffVersion())
                .map(tariff -> PricedLine.total_fen(Pricing.price(tariff, measured(evidence))));
    }

    private static Measured measured(Evidenced evidence) {
        return new Measured(
                evidence.category(),
                evidence.bodyType(),
                evidence.distance_m(),
                evidence.from(),
                evidence.to(),
                0,
                evidence.vouchers().stream()
                        .map(voucher -> new Measured.Expense(voucher.kind(), voucher.amount_fen(), voucher.id()))
                        .toList());
    }

    private static BillLine line(int position, PricedLine line, Evidenced evidence) {
        String proof = line.expenseId() == null
                ? "odometer %d-%d km, %s - %s"
                        .formatted(
                                evidence.odometerStart_km(), evidence.odometerEnd_km(), evidence.from(), evidence.to())
                : "expense " + line.expenseId();
        return new BillLine(
                position,
                null,
                line.component().name(),
                line.quantity(),
                line.component().unit(),
                line.rate_fen(),
                line.amount_fen(),
                proof);
    }
}
