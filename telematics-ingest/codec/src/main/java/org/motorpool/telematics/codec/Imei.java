package org.motorpool.telematics.codec;

/**
 * The IMEI that some devices put into the six bytes of the phone number: its first fourteen digits as a binary number,
 * without the check digit.
 */
final class Imei {
    static final int BYTES = 6;

    private Imei() {}

    /** The digits of the number with the check digit behind them. */
    static String digits(String hex) {
        String digits = String.valueOf(Long.parseLong(hex, 16));
        return digits + luhn(digits);
    }

    /** The digit that makes the sum divisible by ten, every second digit from the right doubled (ISO/IEC 7812-1, annex B). */
    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
