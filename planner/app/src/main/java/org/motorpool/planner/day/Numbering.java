package org.motorpool.planner.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers things in the order in which they come. */
final class Numbering<T extends @Nullable Object> {

    /** Number of what is not there; the search takes it for wrong, not for none. */
    static final int UNKNOWN = -2;

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    /** The thing's number; a new one when it comes for the first time. */
    int take(T thing) {
        Integer known = numbers.get(thing);
        if (known != null) {
            return known;
        }
        numbers.put(thing, things.size());
        things.add(thing);
        return things.size() - 1;
    }

    /** The thing's number, or {@link #UNKNOWN}. */
    int find(T thing) {
        return numbers.getOrDefault(thing, UNKNOWN);
    }

    T get(int number) {
        return things.get(number);
    }

    int size() {
        return things.size();
    }

    List<T> all() {
        return List.copyOf(things);
    }
}
