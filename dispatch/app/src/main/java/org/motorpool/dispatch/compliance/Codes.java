package org.motorpool.dispatch.compliance;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;

/** The codes that forms of compliance take, and how their fields are read. */
final class Codes {

    /** Use classes of a vehicle; all but GENERAL must be new energy in principle. */
    static final Set<String> USE_CLASSES =
            Set.of("GENERAL", "CONFIDENTIAL_COMMUNICATION", "FIXED_ROUTE_ENFORCEMENT", "URBAN_SINGLE_SCENARIO");

    static final Set<String> KINDS = Set.of("NEW", "RENEWAL");

    static final Set<String> EXEMPTION_REASONS =
            Set.of("GEOGRAPHY", "CLIMATE", "NO_SUITABLE_MODEL", "CHARGING_INFRASTRUCTURE");

    static final int LONGEST_DOCUMENT = 100;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,11}");

    private Codes() {}

    /** A category or tier. */
    static String code(String field, @Nullable String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw Fields.bad(field, "应为 2 至 12 位大写字母代码", "must be a code of 2 to 12 capitals");
        }
        return code;
    }

    static String document(String field, @Nullable String value) {
        return Fields.text(field, value, LONGEST_DOCUMENT);
    }

    static @Nullable String optionalDocument(String field, @Nullable String value) {
        return Fields.optionalText(field, value, LONGEST_DOCUMENT);
    }

    static int count(String field, @Nullable Integer value, int least, int most) {
        return (int) Fields.number(field, value == null ? null : value.longValue(), least, most);
    }

    static long fen(String field, @Nullable Long value, long most) {
        return Fields.number(field, value, 1, most);
    }
}
