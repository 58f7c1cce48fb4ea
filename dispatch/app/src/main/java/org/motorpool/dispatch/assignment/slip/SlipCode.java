package org.motorpool.dispatch.assignment.slip;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code on a slip: 80 bits of an HMAC-SHA-256 over the number and the revision of the order, in Crockford's base 32. Without a
 * secret of the installation nobody can make one up.
 */
public final class SlipCode {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int BITS = 5;
    private static final int MOST_REVISIONS = 64;

    private SlipCode() {}

    /** The code of a revision. */
    public static String of(Secret secret, String number, int revision) {
        byte[] digest = digest(secret.bytes(), number + "|" + revision);
        StringBuilder code = new StringBuilder();
        for (int index = 0; index < LENGTH; index++) {
            code.append(DIGITS.charAt(bits(digest, index * BITS)));
        }
        return code.toString();
    }

    private static int bits(byte[] digest, int from) {
        int pair = (digest[from / 8] & 0xff) << 8 | digest[from / 8 + 1] & 0xff;
        return pair >> 16 - BITS - from % 8 & 0x1f;
    }

    /** The revision the code is of, in a time that does not depend on how much of it is right; empty when it is of none. */
    public static OptionalInt revision(List<Secret> secrets, String number, int latest, String code) {
        byte[] given = code.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        int[] found = IntStream.rangeClosed(Math.max(0, latest - MOST_REVISIONS), latest)
                .filter(revision -> secrets.stream()
                        .map(secret -> of(secret, number, revision).getBytes(StandardCharsets.UTF_8))
                        .map(expected -> MessageDigest.isEqual(expected, given))
                        .reduce(false, Boolean::logicalOr))
                .toArray();
        return found.length == 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
    }

    private static byte[] digest(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is in every Java", impossible);
        }
    }
}
