package org.motorpool.dispatch.federation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.FederationMessage.ChangedVoucher;
import org.motorpool.dispatch.contract.FederationMessage.Voucher;

/** What became of the expenses of a use since they were billed, and the lines that bill the difference; a line below nothing takes back. */
final class Supplement {

    private Supplement() {}

    /** One whose kind was corrected is another expense. */
    private record Key(UUID id, String kind) {}

    /** Vouchers that differ from what is billed; of what a dispute took back already, no more is taken back. */
    static List<ChangedVoucher> changed(ServiceCase use, List<Voucher> now) {
        Map<Key, Long> before = amounts(use.facts().vouchers());
        Map<Key, Long> after = amounts(now);
        Map<Key, Long> all = new LinkedHashMap<>(after);
        before.forEach(all::putIfAbsent);
        Map<UUID, Long> takenBack = takenBack(use.lines());
        return all.keySet().stream()
                .filter(key -> !before.getOrDefault(key, 0L).equals(after.getOrDefault(key, 0L)))
                .map(key -> changed(
                        key,
                        before.getOrDefault(key, 0L),
                        after.getOrDefault(key, 0L),
                        takenBack.getOrDefault(key.id(), 0L)))
                .toList();
    }

    private static ChangedVoucher changed(Key key, long before_fen, long after_fen, long takenBack_fen) {
        long left_fen = Math.max(0, before_fen - takenBack_fen);
        long billed_fen = Math.min(before_fen, after_fen + left_fen);
        return new ChangedVoucher(key.id(), key.kind(), billed_fen, after_fen);
    }

    private static Map<Key, Long> amounts(List<Voucher> vouchers) {
        return vouchers.stream()
                .collect(Collectors.toMap(
                        voucher -> new Key(voucher.id(), voucher.kind()),
                        Voucher::amount_fen,
                        Long::sum,
                        LinkedHashMap::new));
    }

    /** What disputes took back of expenses. */
    private static Map<UUID, Long> takenBack(List<BillLine> lines) {
        Map<Integer, String> proofs = lines.stream().collect(Collectors.toMap(BillLine::position, BillLine::evidence));
        Map<UUID, Long> sums = new HashMap<>();
        lines.stream().filter(credit -> credit.offsets() != null).forEach(credit -> Proof.findExpense(
                        proofs.getOrDefault(credit.offsets(), ""))
                .ifPresent(id -> sums.merge(id, -credit.amount_fen(), Long::sum)));
        return sums;
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
