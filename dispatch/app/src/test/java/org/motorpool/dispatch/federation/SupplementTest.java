package org.motorpool.dispatch.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.FederationMessage.ChangedVoucher;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Inquired;
import org.motorpool.dispatch.contract.FederationMessage.Voucher;
import org.motorpool.dispatch.federation.UseLedger.Passed;

/** What differs between the expenses as they were billed and as they are. */
class SupplementTest {

    private static final UUID TOLL = UUID.fromString("01970000-0000-7000-8000-000000000011");
    private static final UUID LATE = UUID.fromString("01970000-0000-7000-8000-000000000012");
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final BillLine BILLED = line(1, null, 1500);

    @Test
    void whatIsAsItWasBilledDiffersInNothing() {
        assertThat(changed(use(List.of(BILLED)), List.of(toll(1500)))).isEmpty();
    }

    @Test
    void whatCameLateIsBilledWhole() {
        assertThat(changed(use(List.of(BILLED)), List.of(toll(1500), new Voucher(LATE, "PARKING", 800))))
                .containsExactly(new ChangedVoucher(LATE, "PARKING", 0, 800));
    }

    @Test
    void whatWasCorrectedIsBilledByTheDifference() {
        assertThat(changed(use(List.of(BILLED)), List.of(toll(1200))))
                .containsExactly(new ChangedVoucher(TOLL, "TOLL", 1500, 1200));
    }

    @Test
    void whatWasCancelledIsTakenBack() {
        assertThat(changed(use(List.of(BILLED)), List.of())).containsExactly(new ChangedVoucher(TOLL, "TOLL", 1500, 0));
    }

    @Test
    void whatADisputeTookBackIsNotTakenBackAgain() {
        assertThat(changed(use(List.of(BILLED, line(2, 1, -400))), List.of()))
                .containsExactly(new ChangedVoucher(TOLL, "TOLL", 1100, 0));
    }

    /** 1,500 was corrected to 1,900, and the further 400 were taken back by a dispute. */
    @Test
    void whatADisputeOfASupplementTookBackIsNotTakenBackAgain() {
        ServiceCase use = use(List.of(BILLED));
        ServiceCase after = use.with(use.facts().billing(List.of(toll(1900))));
        UseLedger ledger = new UseLedger(after, List.of(use(List.of(line(1, null, 400), line(2, 1, -400)))));
        assertThat(Supplement.changed(ledger, List.of())).containsExactly(new ChangedVoucher(TOLL, "TOLL", 1500, 0));
    }

    /** What a dispute may still take back. */
    @Test
    void whatASupplementTookBackIsBilledNoMore() {
        UseLedger ledger = new UseLedger(use(List.of(BILLED)), List.of(use(List.of(line(1, null, -1500)))));
        assertThat(ledger.billed_fen(new Passed(TOLL, "TOLL"))).isZero();
        assertThat(ledger.billed_fen(new Passed(TOLL, "PARKING"))).isZero();
    }

    @Test
    void aCorrectedKindIsAnotherExpense() {
        assertThat(changed(use(List.of(BILLED)), List.of(new Voucher(TOLL, "FUEL", 1500))))
                .containsExactly(new ChangedVoucher(TOLL, "FUEL", 0, 1500), new ChangedVoucher(TOLL, "TOLL", 1500, 0));
    }

    @Test
    void eachChangeIsBilledOnce() {
        ServiceCase use = use(List.of(BILLED));
        ServiceCase after = use.with(use.facts().billing(List.of(toll(1200))));
        assertThat(changed(after, List.of(toll(1200)))).isEmpty();
        assertThat(changed(after, List.of())).containsExactly(new ChangedVoucher(TOLL, "TOLL", 1200, 0));
    }

    @Test
    void onlyWhatIsPassedThroughIsALine() {
        List<BillLine> lines = Supplement.lines(
                List.of(new ChangedVoucher(LATE, "FUEL", 0, 30_000), new ChangedVoucher(TOLL, "TOLL", 1500, 1200)),
                List.of("TOLL", "PARKING"));
        assertThat(lines).containsExactly(line(1, null, -300));
        assertThat(Supplement.total_fen(lines)).isEqualTo(-300);
    }

    private static List<ChangedVoucher> changed(ServiceCase use, List<Voucher> now) {
        return Supplement.changed(new UseLedger(use, List.of()), now);
    }

    private static Voucher toll(long fen) {
        return new Voucher(TOLL, "TOLL", fen);
    }

    private static BillLine line(int position, Integer offsets, long fen) {
        String component = offsets == null ? "TOLL" : "CREDIT";
        String proof = offsets == null ? "expense " + TOLL : "认可";
        return new BillLine(position, offsets, component, BigDecimal.ONE, "item", null, fen, proof);
    }

    private static ServiceCase use(List<BillLine> lines) {
        Inquired inquiry =
                new Inquired("沪苏-1", "KQ-1", "上海", "QT", 2, null, null, NOW, NOW.plusSeconds(60), "张三", null, null);
        Evidenced evidence =
                new Evidenced("QT", "SEDAN", NOW, NOW, 1L, 2L, 1000, null, 0, List.of(toll(1500)), 0, null, List.of());
        return new ServiceCase(
                TOLL,
                TOLL,
                "KQ-1",
                CaseRole.HOST,
                CaseStatus.BILLED,
                TOLL,
                "/100000/",
                "320000",
                "310000",
                "上海",
                TOLL,
                "沪苏-1",
                null,
                CaseFacts.of(inquiry).with(evidence),
                lines,
                null,
                NOW,
                0);
    }
}
