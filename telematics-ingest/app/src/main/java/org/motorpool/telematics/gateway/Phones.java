package org.motorpool.telematics.gateway;

import java.util.Locale;
import java.util.regex.Pattern;

/** Terminal phone numbers as the codec gives them: lower case, leading zeros stripped. */
final class Phones {

    /** Some devices put a binary IMEI there, hence the letters. */
    private static final Pattern VALID = Pattern.compile("[0-9a-fA-F]{1,20}");

    private Phones() {}

    static boolean valid(String phone) {
        return VALID.matcher(phone).matches();
    }

    static String plain(String phone) {
        String digits = phone.replaceFirst("^0+(?=.)", "");
        return digits.toLowerCase(Locale.ROOT);
    }
}
