package org.motorpool.dispatch.compliance.web;

import java.util.UUID;
import org.motorpool.dispatch.Problem;

/** Cursors that are ids. */
final class Cursors {

    private Cursors() {}

    static UUID id(String cursor, UUID first) {
        try {
            return cursor.isEmpty() ? first : UUID.fromString(cursor);
        } catch (IllegalArgumentException _) {
            throw Problem.invalid(
                            "cursor",
                            "cursor 应为上一页答复中的 next,收到“%s”".formatted(cursor),
                            "cursor must be the next of the page before, got \"%s\"".formatted(cursor))
                    .asException();
        }
    }
}
