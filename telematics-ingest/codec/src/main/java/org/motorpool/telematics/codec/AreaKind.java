package org.motorpool.telematics.codec;

/** The four kinds of areas, each with a list of its own in the terminal. */
public enum AreaKind {
    CIRCLE(1, MessageId.DELETE_CIRCLES),
    RECTANGLE(2, MessageId.DELETE_RECTANGLES),
    POLYGON(3, MessageId.DELETE_POLYGONS),
    ROUTE(4, MessageId.DELETE_ROUTES);

    private final int number;
    private final int deleteId;

    AreaKind(int number, int deleteId) {
        this.number = number;
        this.deleteId = deleteId;
    }

    /** What 0x8608, 0x0608 and the items 0x11 and 0x12 of a report call it. */
    public int number() {
        return number;
    }

    /** The message that deletes such areas. */
    int deleteId() {
        return deleteId;
    }
}
