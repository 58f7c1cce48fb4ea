package org.motorpool.telematics.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** Who sent the last frame of a connection; the next is hardly ever of another, so the strings are made once. */
final class Sender {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Address address;
    private final String identity;
    private final boolean hexPhone;
    private final long phoneStart;
    private final long phoneEnd;

    /** The sender of the frame in the window. */
    Sender(Window window, ProtocolVersion version, Framing framing) {
        byte[] frame = window.frame();
        int phoneAt = window.frameFrom() + version.phoneAt();
        int end = phoneAt + framing.phoneBytes(version);
        String rawPhone = HexFormat.of().formatHex(frame, phoneAt, end);
        this.address = new Address(version, revision(window, version), rawPhone, framing);
        this.hexPhone = rawPhone.chars().anyMatch(digit -> digit > '9');
        this.identity = hexPhone && end - phoneAt == Imei.BYTES ? Imei.digits(rawPhone) : withoutZeros(rawPhone);
        this.phoneStart = (long) EIGHT.get(frame, phoneAt);
        this.phoneEnd = (long) EIGHT.get(frame, end - Long.BYTES);
    }

    /** Whether the frame in the window has the same address. */
    boolean sent(Window window, ProtocolVersion version, Framing framing) {
        byte[] frame = window.frame();
        int phoneAt = window.frameFrom() + version.phoneAt();
        int bytes = framing.phoneBytes(version);
        int foreign = Math.max(0, Long.BYTES - bytes) * Byte.SIZE; // bits beside a phone of fewer than eight bytes
        return address.version() == version
                && address.framing() == framing
                && address.revision() == revision(window, version)
                && (phoneStart ^ (long) EIGHT.get(frame, phoneAt)) >>> foreign == 0
                && (phoneEnd ^ (long) EIGHT.get(frame, phoneAt + bytes - Long.BYTES)) << foreign == 0;
    }

    Address address() {
        return address;
    }

    /** Phone digits without leading zeros; of a binary IMEI its fifteen digits. */
    String identity() {
        return identity;
    }

    /** Whether the phone number has hexadecimal digits. */
    boolean hexPhone() {
        return hexPhone;
    }

    private static int revision(Window window, ProtocolVersion version) {
        return switch (version) {
            case V2013 -> 0;
            case V2019 -> window.frame()[window.frameFrom() + 4] & 0xff;
        };
    }

    private static String withoutZeros(String rawPhone) {
        int zeros = 0;
        while (zeros < rawPhone.length() - 1 && rawPhone.charAt(zeros) == '0') {
            zeros++;
        }
        return rawPhone.substring(zeros);
    }
}
