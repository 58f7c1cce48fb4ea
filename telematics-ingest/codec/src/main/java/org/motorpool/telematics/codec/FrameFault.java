package org.motorpool.telematics.codec;

/** The few ways in which bytes are no frame; the reason beside it has the numbers. */
public enum FrameFault {
    CHECKSUM("checksum"),
    /** 0x7d before anything but 0x01 and 0x02. */
    ESCAPE("escape"),
    /** More bytes without a flag than a frame may have. */
    OVERFLOW("overflow"),
    SHORT("short"),
    /** A part that does not exist, or of a message that is too long. */
    SPLIT("split");

    private final String label;

    FrameFault(String label) {
        this.label = label;
    }

    /** Name for counters and JSON. */
    public String label() {
        return label;
    }
}
