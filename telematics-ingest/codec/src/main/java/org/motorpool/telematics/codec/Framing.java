package org.motorpool.telematics.codec;

/** How the frames of a connection are delimited and escaped; its first byte decides. */
public enum Framing {
    /** The standard's: 0x7E around a frame; 0x7E is sent as 7D 02, 0x7D as 7D 01 (4.4.2 of JT/T 808-2019). */
    STANDARD(0x7e, 6),
    /**
     * What some devices use: 0xE7 around a frame, a byte more for the phone in a 2013 header; 0xE6, 0xE7, 0x3E and 0x3D are
     * sent as E6 01, E6 02, 3E 01 and 3E 02.
     */
    ALTERNATIVE(0xe7, 7);

    private final int flag;
    private final int phoneBytes2013;

    Framing(int flag, int phoneBytes2013) {
        this.flag = flag;
        this.phoneBytes2013 = phoneBytes2013;
    }

    /** The byte before and after a frame. */
    int flag() {
        return flag;
    }

    /** Width of the phone number in the header. */
    int phoneBytes(ProtocolVersion version) {
        return switch (version) {
            case V2013 -> phoneBytes2013;
            case V2019 -> 10;
        };
    }

    /** The bytes that begin an escape, for people. */
    String marks() {
        return switch (this) {
            case STANDARD -> "0x7d";
            case ALTERNATIVE -> "0xe6 or 0x3e";
        };
    }

    /** Whether the byte begins an escape. */
    boolean marks(int value) {
        return switch (this) {
            case STANDARD -> value == 0x7d;
            case ALTERNATIVE -> value == 0xe6 || value == 0x3e;
        };
    }

    /** The byte that {@code mark} and {@code code} stand for, −1 when they stand for nothing. */
    int unescaped(int mark, int code) {
        return switch (code) {
            case 1 -> mark;
            case 2 -> mark == 0x3e ? 0x3d : mark + 1;
            default -> -1;
        };
    }

    /** The mark and the code to send for a byte, mark first; −1 for one that is sent as it is. */
    int escape(int value) {
        return switch (this) {
            case STANDARD ->
                switch (value) {
                    case 0x7d -> 0x7d_01;
                    case 0x7e -> 0x7d_02;
                    default -> -1;
                };
            case ALTERNATIVE ->
                switch (value) {
                    case 0xe6 -> 0xe6_01;
                    case 0xe7 -> 0xe6_02;
                    case 0x3e -> 0x3e_01;
                    case 0x3d -> 0x3e_02;
                    default -> -1;
                };
        };
    }
}
