package org.motorpool.dispatch.federation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.FederationMessage.ChangedVoucher;
import org.motorpool.dispatch.contract.FederationMessage.Voucher;
import org.motorpool.dispatch.federation.UseLedger.Passed;

/** What became of the expenses of a use since they were billed, and the lines that bill the difference; a line below nothing takes back. */
final class Supplement {

    private Supplement() {}

    /** Vouchers that differ from what is billed; of what a dispute took back already, no more is taken back. */
    static List<ChangedVoucher> changed(UseLedger ledger, List<Voucher> now) {
        Map<Passed, Long> before = amounts(ledger.use().facts().vouchers());
        Map<Passed, Long> after = amounts(now);
        Map<Passed, Long> all = new LinkedHashMap<>(after);
        before.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .filter(one -> !before.getOrDefault(one, 0L).equals(after.getOrDefault(one, 0L)))
                .map(one -> changed(
                        one, before.getOrDefault(one, 0L), after.getOrDefault(one, 0L), ledger.takenBack_fen(one)))
                .toList();
    }

    private static ChangedVoucher changed(Passed one, long before_fen, long after_fen, long takenBack_fen) {
        long left_fen = Math.max(0, before_fen - takenBack_fen);
        long billed_fen = Math.min(before_fen, after_fen + left_fen);
        return new ChangedVoucher(one.id(), one.kind(), billed_fen, after_fen);
    }

    private static Map<Passed, Long> amounts(List<Voucher> vouchers) {
        return vouchers.stream()
                .collect(Collectors.toMap(
                        voucher -> new Passed(voucher.id(), voucher.kind()),
                        Voucher::amount_fen,
                        Long::sum,
                        LinkedHashMap::new));
    }

    /** The lines of the kinds that are passed through. */
    static List<BillLine> lines(List<ChangedVoucher> changed, List<String> passedThrough) {
        List<BillLine> lines = new ArrayList<>();
        changed.stream()
                .filter(one -> passedThrough.contains(one.kind()) && one.amount_fen() != one.billed_fen())
                .forEach(one -> lines.add(line(lines.size() + 1, one)));
        return lines;
    }

    private static BillLine line(int position, ChangedVoucher one) {
        return new BillLine(
                position,
                null,
                one.kind(),
                BigDecimal.ONE,
                "item",
                null,
                one.amount_fen() - one.billed_fen(),
                Proof.ofExpense(one.id()));
    }

    static long total_fen(List<BillLine> lines) {
        return lines.stream().mapToLong(BillLine::amount_fen).reduce(0, Math::addExact);
    }
}
