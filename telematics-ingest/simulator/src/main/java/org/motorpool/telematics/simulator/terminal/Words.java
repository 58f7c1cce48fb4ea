package org.motorpool.telematics.simulator.terminal;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a line word by word. What is missing or wrong reads as zero or empty, and {@link #problem()} says it. */
final class Words {
    private static final int HEX = 16;

    private final List<String> words;
    private int at;
    private @Nullable String problem;

    Words(String line) {
        this.words = List.of(line.strip().split("\\s+"));
    }

    /** The first thing that was wrong, null when nothing was. */
    @Nullable
    String problem() {
        return problem;
    }

    boolean more() {
        return at < words.size();
    }

    /** The next word; a missing one is a problem. */
    String word(String name) {
        if (more()) {
            return words.get(at++);
        }
        wrong("缺少 %s / %s is missing".formatted(name, name));
        return "";
    }

    double number(String name, double least, double most) {
        String word = word(name);
        if (problem != null) {
            return 0;
        }
        if (word.matches("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            double number = Double.parseDouble(word);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong("%s (%s) 须为 %s 到 %s 的数 / must be a number from %s to %s"
                .formatted(name, word, plain(least), plain(most), plain(least), plain(most)));
        return 0;
    }

    int whole(String name, int least, int most) {
        int from = at;
        double number = number(name, least, most);
        if (problem == null && number != Math.rint(number)) {
            wrong("%s (%s) 须为整数 / must be a whole number".formatted(name, words.get(from)));
        }
        return (int) number;
    }

    /** A message id, with or without 0x. */
    int messageId() {
        String word = plainHex(word("ID"));
        if (problem == null && !word.matches("[0-9a-f]{1,4}")) {
            wrong("ID (%s) 须为 1 到 4 位十六进制数 / must have 1 to 4 hexadecimal digits".formatted(word));
        }
        return problem == null ? Integer.parseInt(word, HEX) : 0;
    }

    /** All words that are left, as bytes in hex; there may be none. */
    String hex() {
        StringBuilder digits = new StringBuilder();
        while (more()) {
            digits.append(plainHex(word("HEX")));
        }
        if (digits.length() % 2 != 0 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            wrong("须为成对的十六进制数字 / bytes must be pairs of hexadecimal digits: " + digits);
            return "";
        }
        return digits.toString();
    }

    void wrong(String what) {
        if (problem == null) {
            problem = what;
        }
    }

    private static String plainHex(String word) {
        return word.toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
    }
}
