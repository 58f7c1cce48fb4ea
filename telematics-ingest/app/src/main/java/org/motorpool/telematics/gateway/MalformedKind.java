package org.motorpool.telematics.gateway;

/** The few kinds of unreadable bytes, for a counter; the reason itself holds numbers and would make a series each. */
enum MalformedKind {
    CHECKSUM("checksum"),
    ESCAPE("0x7d"),
    OVERFLOW("no flag"),
    SHORT("short"),
    SPLIT("part"),
    HEADER("");

    private final String sign;

    MalformedKind(String sign) {
        this.sign = sign;
    }

    /** The kind whose sign the reason contains; what has no sign is about the header. */
    static MalformedKind of(String reason) {
        for (MalformedKind kind : values()) {
            if (reason.contains(kind.sign)) {
                return kind;
            }
        }
        throw new IllegalStateException("HEADER takes every reason, also " + reason);
    }

    String label() {
        return switch (this) {
            case CHECKSUM -> "checksum";
            case ESCAPE -> "escape";
            case OVERFLOW -> "overflow";
            case SHORT -> "short";
            case SPLIT -> "split";
            case HEADER -> "header";
        };
    }
}
