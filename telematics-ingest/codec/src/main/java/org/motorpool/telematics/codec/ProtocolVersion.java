package org.motorpool.telematics.codec;

/** The header form of a frame; JT/T 808-2011 has the form of 2013. */
public enum ProtocolVersion {
    /** Six-byte phone number, bit 14 of the body properties clear. */
    V2013(2013),
    /** Version byte and ten-byte phone number, bit 14 of the body properties set. */
    V2019(2019);

    private final int year;

    ProtocolVersion(int year) {
        this.year = year;
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

    /** Where the phone number begins in the header. */
    int phoneAt() {
        return switch (this) {
            case V2013 -> 4;
            case V2019 -> 5;
        };
    }
}
