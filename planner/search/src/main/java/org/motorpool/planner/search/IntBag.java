package org.motorpool.planner.search;

import java.util.Arrays;

/** Some of the numbers below a limit, each once, in any order; everything takes constant time. */
public final class IntBag {

    private static final int ABSENT = -1;

    private final int[] values;
    private final int[] place;
    private int size;

    public IntBag(int limit) {
        values = new int[limit];
        place = new int[limit];
        Arrays.fill(place, ABSENT);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int get(int index) {
        return values[index];
    }

    public boolean contains(int value) {
        return place[value] != ABSENT;
    }

    public void add(int value) {
        if (place[value] == ABSENT) {
            place[value] = size;
            values[size++] = value;
        }
    }

    public void remove(int value) {
        int at = place[value];
        if (at != ABSENT) {
            int moved = values[--size];
            values[at] = moved;
            place[moved] = at;
            place[value] = ABSENT;
        }
    }

    public void clear() {
        for (int i = 0; i < size; i++) {
            place[values[i]] = ABSENT;
        }
        size = 0;
    }

    public void copy(IntBag other) {
        clear();
        for (int i = 0; i < other.size; i++) {
            add(other.values[i]);
        }
    }

    /** The numbers in the order of the bag. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
