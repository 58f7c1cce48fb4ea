package org.motorpool.dispatch.federation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.FederationMessage.DigestTold;

/** What the ledger of one side comes to, so that both sides can compare without showing each other a row. */
final class LedgerDigest {

    private LedgerDigest() {}

    static DigestTold of(ServiceCase side) {
        String lines = side.lines().stream()
                .sorted(Comparator.comparingInt(BillLine::position))
                .map(LedgerDigest::canonical)
                .collect(Collectors.joining("\n", side.sharedId() + "\n", ""));
        return new DigestTold(sha256(lines), side.lines().size(), side.bill_fen());
    }

    private static String canonical(BillLine line) {
        return "%d|%s|%s|%s|%s|%s|%d"
                .formatted(
                        line.position(),
                        line.offsets(),
                        line.component(),
                        line.quantity().stripTrailingZeros().toPlainString(),
                        line.unit(),
                        line.rate_fen(),
                        line.amount_fen());
    }

    /** SHA-256, hexadecimal. */
    static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no SHA-256", impossible);
        }
    }
}
