package org.motorpool.telematics.codec;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The items of a report as they were read: an immutable list that needs no copy of its array. */
final class Items extends AbstractList<LocationItem> implements RandomAccess {
    private final LocationItem[] items;

    /** Takes the array over: the caller must not write to it again. */
    Items(LocationItem[] items) {
        this.items = items;
    }

    @Override
    public LocationItem get(int index) {
        return items[index];
    }

    @Override
    public int size() {
        return items.length;
    }
}
