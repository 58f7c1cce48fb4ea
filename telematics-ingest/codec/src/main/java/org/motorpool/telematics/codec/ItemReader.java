package org.motorpool.telematics.codec;

import org.jspecify.annotations.Nullable;

/** Reads any item of a location report by its layout, which is written once for decoding and for {@link Explain}. */
final class ItemReader {
    private ItemReader() {}

    /** The item with this number and value. */
    static LocationItem read(int id, Body value) {
        Measure measure = Measure.of(id, value.length());
        if (measure != null) {
            return new VendorItem.Measurement(measure, value.number());
        }
        if (id == VendorItems.EXTENSION && VendorItems.isExtension(value)) {
            return new VendorItem.Extension(value.copy());
        }
        FieldReader in = new FieldReader(value);
        LocationItem item = known(id, in);
        boolean whole = in.problem() == null && in.left() == 0;
        return item != null && whole ? item : new LocationItem.Opaque(id, value.copy());
    }

    /** Says what the fields of an item are. */
    static void explain(LocationItem item, FieldReader in) {
        if (item instanceof LocationItem.Opaque) {
            in.hex("item value");
        } else {
            known(item.id(), in);
        }
    }

    /** The item in the bytes of {@code in}; null when its number or its length is not known. */
    private static @Nullable LocationItem known(int id, FieldReader in) {
        LocationItem item = standard(id, in);
        return item == null ? VendorItems.read(id, in) : item;
    }

    private static @Nullable LocationItem standard(int id, FieldReader in) {
        return switch (id) {
            case 0x14, 0x15, 0x16, 0x17, 0x18 -> VideoItems.read(id, in);
            case 0x64, 0x65, 0x66, 0x67, 0x70, 0xf1, 0xf2 -> SafetyItems.read(id, in);
            default -> StandardItems.read(id, in);
        };
    }
}
