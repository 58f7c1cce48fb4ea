package org.motorpool.telematics.codec;

/** The header form of a frame; JT/T 808-2011 has the form of 2013. */
public enum ProtocolVersion {
    /** Six-byte phone number, bit 14 of the body properties clear. */
    V2013(2013, 6),
    /** Version byte and ten-byte phone number, bit 14 of the body properties set. */
    V2019(2019, 10);

    private final int year;
    private final int phoneBytes;

    ProtocolVersion(int year, int phoneBytes) {
        this.year = year;
        this.phoneBytes = phoneBytes;
    }

    /** The version by its year, 2013 or 2019. */
    public static ProtocolVersion ofYear(int year) {
        return switch (year) {
            case 2013 -> V2013;
            case 2019 -> V2019;
            default -> throw new IllegalArgumentException("protocol version (%d) must be 2013 or 2019".formatted(year));
        };
    }

    /** 2013 or 2019. */
    public int year() {
        return year;
    }

    int phoneBytes() {
        return phoneBytes;
    }

    /** Header length in bytes without the split fields. */
    int headerBytes() {
        return switch (this) {
            case V2013 -> 12;
            case V2019 -> 17;
        };
    }
}
