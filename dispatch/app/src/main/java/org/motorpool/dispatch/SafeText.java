package org.motorpool.dispatch;

/**
 * Text for a cell. What a spreadsheet could take for a formula gets an apostrophe in front, and stays text also when the file is saved
 * as CSV and opened again; what XML cannot hold is left out.
 */
public final class SafeText {

    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";

    /** Characters of a cell, as Excel has it. */
    private static final int MAXIMUM = 32_767;

    private SafeText() {}

    public static String of(String text) {
        boolean formula = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        String shown = formula ? "'" + text : text;
        String kept = shown.codePoints().allMatch(SafeText::isXml) ? shown : withoutBroken(shown);
        return kept.length() > MAXIMUM ? kept.substring(0, MAXIMUM) : kept;
    }

    private static String withoutBroken(String text) {
        return text.codePoints()
                .filter(SafeText::isXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
