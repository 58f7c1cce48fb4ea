package org.motorpool.telematics.codec;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the items of single vendors say that are a text. */
public enum TextLabel {
    LOCK_STATE(0x33, 0, '*'),
    PASSWORD(0x67, 8, 0),
    VIN_8B(0x8b, 17, 0),
    VIN_94(0x94, 17, 0),
    FAULT_CODES(0xa0, 0, 0),
    DRIVER_NAME(0xbc, 0, 0),
    DRIVER_ID(0xbd, 0, 0),
    ICCID(0xcc, 20, 0),
    VERSION(0xe2, 0, 0),
    OBD(0xe6, 0, '$'),
    TIME_ZONE(0xeb, 0, 0),
    CARD(0xed, 0, 0),
    FIRMWARE(0xf2, 0, 0),
    CONTAINER(0xfb, 0, 0);

    private static final @Nullable TextLabel[] BY_ID = byId();

    private final int itemId;
    private final int bytes;
    private final int first;

    /**
     * @param bytes the only length, 0 for any
     * @param first the only first character, 0 for any
     */
    TextLabel(int itemId, int bytes, int first) {
        this.itemId = itemId;
        this.bytes = bytes;
        this.first = first;
    }

    /** The label of an item; null when the item is no text. */
    static @Nullable TextLabel of(int itemId, FieldReader in) {
        TextLabel label = BY_ID[itemId];
        return label != null && label.fits(in) ? label : null;
    }

    private static @Nullable TextLabel[] byId() {
        TextLabel[] byId = new TextLabel[256];
        for (TextLabel label : values()) {
            byId[label.itemId] = label;
        }
        return byId;
    }

    private boolean fits(FieldReader in) {
        return (bytes == 0 || bytes == in.left()) && (first == 0 || first == in.peek(0)) && in.isText();
    }

    /** The label in words, for people. */
    String field() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    int itemId() {
        return itemId;
    }
}
