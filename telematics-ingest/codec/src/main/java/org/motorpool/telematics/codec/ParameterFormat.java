package org.motorpool.telematics.codec;

/** How the value of a terminal parameter lies on the wire. */
public enum ParameterFormat {
    /** A number of one byte. */
    BYTE(1),
    /** A number of two bytes. */
    WORD(2),
    /** A number of four bytes. */
    DWORD(4),
    /** GBK, of 255 bytes at most. */
    STRING(0),
    /** Several fields, which are kept as they are. */
    BYTES(0);

    private final int numberBytes;

    ParameterFormat(int numberBytes) {
        this.numberBytes = numberBytes;
    }

    /** Width of a number, 0 for what is none. */
    int numberBytes() {
        return numberBytes;
    }
}
