package org.motorpool.dispatch;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.motorpool.dispatch.contract.Page;

/** Keyset pages: ask the store for one row more than the page holds; the last item's key is the cursor. */
public final class Pages {

    private static final int MAXIMUM = 1000;

    private Pages() {}

    /** The page size, 1 to 1000; anything else is a problem naming {@code limit}. */
    public static int size(String limit) {
        if (!limit.matches("[0-9]{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MAXIMUM) {
            throw Problem.invalid(
                            "limit",
                            "limit 应为 1 到 1000 之间的整数，收到 \"%s\"".formatted(limit),
                            "limit must be a number from 1 to 1000, got \"%s\"".formatted(limit))
                    .asException();
        }
        return Integer.parseInt(limit);
    }

    /** A cursor that is an id; on the first page {@code first}. */
    public static UUID id(String cursor, UUID first) {
        try {
            return cursor.isEmpty() ? first : UUID.fromString(cursor);
        } catch (IllegalArgumentException _) {
            throw badCursor(cursor);
        }
    }

    /** A cursor that is a number; on the first page {@code first}. */
    public static long number(String cursor, long first) {
        try {
            return cursor.isEmpty() ? first : Long.parseLong(cursor);
        } catch (NumberFormatException _) {
            throw badCursor(cursor);
        }
    }

    private static ProblemException badCursor(String cursor) {
        return Problem.invalid(
                        "cursor",
                        "cursor 应为上一页返回的 next，收到 \"%s\"".formatted(cursor),
                        "cursor must be the value of next of the page before, got \"%s\"".formatted(cursor))
                .asException();
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
