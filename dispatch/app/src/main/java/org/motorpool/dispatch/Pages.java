package org.motorpool.dispatch;

import java.util.List;
import java.util.function.Function;
import org.motorpool.dispatch.contract.Page;

/** Keyset pages: ask the store for one row more than the page holds; the last item's key is the cursor. */
public final class Pages {

    private static final int MAXIMUM = 1000;

    private Pages() {}

    /** The page size, 1 to 1000; anything else is a problem naming {@code limit}. */
    public static int size(int limit) {
        if (limit < 1 || limit > MAXIMUM) {
            throw Problem.invalid(
                            "limit",
                            "limit 应在 1 到 1000 之间,收到 %d".formatted(limit),
                            "limit must be 1 to 1000, got %d".formatted(limit))
                    .asException();
        }
        return limit;
    }

    /** The page of the first {@code size} of {@code found}, with a cursor when there were more. */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> key) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, size);
        return new Page<>(items, key.apply(items.getLast()));
    }
}
