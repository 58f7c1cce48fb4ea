package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.FederationMessage.Billed;
import org.motorpool.dispatch.contract.FederationMessage.ChangedVoucher;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.NoShow;
import org.motorpool.dispatch.contract.FederationMessage.Supplemented;
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
    Uni<Billed> bill(Mutiny.Session session, Agreement agreement, CaseFacts facts, Evidenced evidence) {
        return tariffs.getInForce(session, agreement.view().terms().tariffId(), Days.of(evidence.from()))
                .map(tariff -> bill(tariff, agreement, facts, evidence));
    }

    private Billed bill(Tariff tariff, Agreement agreement, CaseFacts facts, Evidenced evidence) {
        List<PricedLine> priced = price(tariff, facts, evidence);
        List<BillLine> lines = new ArrayList<>();
        priced.forEach(line -> lines.add(line(lines.size() + 1, line, evidence)));
        return new Billed(
                tariff.id(),
                tariff.view().tariffVersion(),
                lines,
                PricedLine.total_fen(priced),
                confirmBy(agreement, facts));
    }

    /** What became of the expenses of a use after its bill, by the same version of the tariff. */
    Uni<Billed> supplement(Mutiny.Session session, Agreement agreement, ServiceCase use, List<ChangedVoucher> changed) {
        Billed bill = use.bill().orElseThrow();
        return lines(session, bill, changed)
                .map(lines -> new Billed(
                        bill.tariffId(),
                        bill.tariffVersion(),
                        lines,
                        Supplement.total_fen(lines),
                        confirmBy(agreement, use.facts())));
    }

    private Uni<List<BillLine>> lines(Mutiny.Session session, Billed bill, List<ChangedVoucher> changed) {
        return tariffs.get(session, bill.tariffId(), bill.tariffVersion())
                .map(tariff -> Supplement.lines(changed, tariff.view().passThrough()));
    }

    /** The bill of the month or the matter has the clock, where there is one. */
    private @Nullable Instant confirmBy(Agreement agreement, CaseFacts facts) {
        boolean collected =
                switch (agreement.settlementMode()) {
                    case PER_USE -> false;
                    case PER_MATTER -> facts.inquiry().matter() != null;
                    case MONTHLY -> true;
                };
        return collected ? null : clock.instant().plus(Duration.ofDays(confirmDays(agreement)));
    }

    /** Days a bill may be disputed. */
    static int confirmDays(Agreement agreement) {
        return Objects.requireNonNullElse(agreement.view().terms().confirmDays(), CONFIRM_DAYS);
    }

    /** What the bill comes to by the same version of the tariff. */
    Uni<Long> reckon_fen(Mutiny.Session session, Billed bill, CaseFacts facts, Evidenced evidence) {
        return tariffs.get(session, bill.tariffId(), bill.tariffVersion())
                .map(tariff -> PricedLine.total_fen(price(tariff, facts, evidence)));
    }

    /** What a supplement comes to by it. */
    Uni<Long> reckon_fen(Mutiny.Session session, Billed bill, Supplemented supplement) {
        return lines(session, bill, supplement.expenses()).map(Supplement::total_fen);
    }

    /** What was not agreed on has no price; a vehicle of a class without a rate is the host's to give. */
    private static List<PricedLine> price(Tariff tariff, CaseFacts facts, Evidenced evidence) {
        Measured use = measured(evidence);
        if (!tariff.covers(use.category(), use.bodyType())) {
            return Pricing.unrated(tariff, use);
        }
        return facts.has(NoShow.class) ? Pricing.noShow(tariff, use) : Pricing.price(tariff, use);
    }

    private static Measured measured(Evidenced evidence) {
        return new Measured(
                evidence.category(),
                evidence.bodyType(),
                evidence.distance_m(),
                evidence.from(),
                evidence.to(),
                Objects.requireNonNullElse(evidence.waiting_minutes(), 0),
                evidence.vouchers().stream()
                        .map(voucher -> new Measured.Expense(voucher.kind(), voucher.amount_fen(), voucher.id()))
                        .toList());
    }

    private static BillLine line(int position, PricedLine line, Evidenced evidence) {
        String proof =
                line.expenseId() == null ? Proof.of(line.component(), evidence) : Proof.ofExpense(line.expenseId());
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
