package org.motorpool.telematics.codec;

import java.util.Locale;
import java.util.Objects;

/**
 * Where a frame goes to or comes from: the part of the header that a reply echoes verbatim.
 *
 * @param revision the protocol version byte of the 2019 header form, 0 in the 2013 form
 * @param rawPhone the phone bytes as they are on the wire, lower-case hex
 */
public record Address(ProtocolVersion version, int revision, String rawPhone, Framing framing) {
    public Address {
        Objects.requireNonNull(version, "version");
        int digits = framing.phoneBytes(version) * 2;
        if (rawPhone.length() != digits) {
            throw new IllegalArgumentException(
                    "rawPhone (%s) must have %d hex digits in a %d header".formatted(rawPhone, digits, version.year()));
        }
    }

    /** An address in the standard's framing. */
    public Address(ProtocolVersion version, int revision, String rawPhone) {
        this(version, revision, rawPhone, Framing.STANDARD);
    }

    /** The address of a phone number (decimal digits, without leading zeros). */
    public static Address of(ProtocolVersion version, String phone) {
        int digits = Framing.STANDARD.phoneBytes(version) * 2;
        if (phone.isEmpty() || phone.length() > digits) {
            throw new IllegalArgumentException(
                    "phone (%s) must have 1 to %d digits in a %d header".formatted(phone, digits, version.year()));
        }
        String raw = "0".repeat(digits - phone.length()) + phone.toLowerCase(Locale.ROOT);
        return new Address(version, version == ProtocolVersion.V2019 ? 1 : 0, raw);
    }

    int phoneBytes() {
        return framing.phoneBytes(version);
    }
}
