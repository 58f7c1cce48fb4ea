package org.motorpool.telematics.codec;

import java.util.List;
import java.util.function.Function;

/** Reads items behind their number, a BYTE; JT/T 808-2011 says twice how many: of the message, and of this packet. */
final class CountedItems {
    private CountedItems() {}

    /** The items up to the end of the body; the form of 2011 only when nothing else ends there. */
    static <T> List<T> read(FieldReader in, Function<FieldReader, T> item) {
        boolean twice = !in.fits(trial -> once(trial, item)) && in.fits(trial -> twice(trial, item));
        return twice ? twice(in, item) : once(in, item);
    }

    private static <T> List<T> once(FieldReader in, Function<FieldReader, T> item) {
        return in.all(in.u8("number of items"), () -> item.apply(in));
    }

    private static <T> List<T> twice(FieldReader in, Function<FieldReader, T> item) {
        in.u8("number of items in all packets");
        return in.all(in.u8("number of items in this packet"), () -> item.apply(in));
    }
}
