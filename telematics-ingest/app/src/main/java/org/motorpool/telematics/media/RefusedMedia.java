package org.motorpool.telematics.media;

/** Why media are not taken in; the label of a counter. */
public enum RefusedMedia {
    /** There are no bytes. */
    EMPTY("empty"),
    /** Larger than one medium may be. */
    TOO_LARGE("too-large"),
    /** The vehicle has sent enough for today. */
    QUOTA("quota"),
    /** The number of the alarm is none that was asked for lately. */
    UNKNOWN_ALARM("unknown-alarm"),
    /** A file or a piece of a file that was not announced. */
    UNKNOWN_FILE("unknown-file"),
    /** Bytes before the beginning or behind the end that was announced. */
    OUTSIDE("outside"),
    /** More separate pieces of one file than are kept in mind. */
    SCATTERED("scattered"),
    /** More files at the same time than are kept in mind. */
    TOO_MANY("too-many"),
    /** No memory for more that is under way. */
    MEMORY("memory");

    private final String label;

    RefusedMedia(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
