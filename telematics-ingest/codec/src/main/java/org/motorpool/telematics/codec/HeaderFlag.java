package org.motorpool.telematics.codec;

/** Something odd about a frame that could be read all the same. */
public enum HeaderFlag {
    /** The declared body length is wrong; the end of the frame was trusted. */
    LENGTH_MISMATCH("lengthMismatch"),
    /** Bit 14 of the body properties contradicts the form of the header. */
    VERSION_MISMATCH("versionMismatch"),
    /** The phone number has hexadecimal digits; six such bytes are a binary IMEI. */
    HEX_PHONE("hexPhone"),
    /** One-byte serial, as Jointech's 0x5501 and 0x5502 have it. */
    SHORT_SERIAL("shortSerial"),
    /** Bit 15 of the body properties, with which those ask for an answer. */
    ANSWER_WANTED("answerWanted"),
    /** The checksum is wrong; only when {@link FrameRules} let such frames through. */
    CHECKSUM("checksum");

    private final String label;

    HeaderFlag(String label) {
        this.label = label;
    }

    /** Name for people and JSON. */
    public String label() {
        return label;
    }
}
