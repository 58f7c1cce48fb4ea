package org.motorpool.telematics.recorder;

import java.util.UUID;

/** Reads parameters of HTTP requests; what does not parse is a problem that names the parameter. */
public final class Parameters {

    private Parameters() {}

    /** An id. */
    public static UUID id(String field, String value) throws InvalidParameter {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter(field, field + " 不是有效的 UUID", field + " must be a UUID");
        }
    }

    /** The size of a page, 1 to {@code most}. */
    public static int limit(String value, int most) throws InvalidParameter {
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below like any number out of range
        }
        throw new InvalidParameter(
                "limit",
                "limit 必须是 1 到 %d 之间的整数".formatted(most),
                "limit must be a whole number from 1 to %d".formatted(most));
    }
}
