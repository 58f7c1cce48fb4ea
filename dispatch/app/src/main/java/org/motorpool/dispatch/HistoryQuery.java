package org.motorpool.dispatch;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of the lists that show the newest first: {@code ?status=A,B&from=&to=&limit=&cursor=}. The cursor is the
 * id of the last item seen; ids sort by time. What is left out does not restrict.
 */
public class HistoryQuery {

    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    @QueryParam("limit")
    @DefaultValue("100")
    int limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    @QueryParam("status")
    @Nullable
    String status;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    /** Items of a page. */
    public int size() {
        return Pages.size(limit);
    }

    /** Only items older than this id. */
    public UUID before() {
        try {
            return cursor == null || cursor.isEmpty() ? LAST : UUID.fromString(cursor);
        } catch (IllegalArgumentException _) {
            throw Problem.invalid(
                            "cursor", "cursor 应为上一页返回的 next", "cursor must be the value of next of the page before")
                    .asException();
        }
    }

    /** Start of the half-open period. */
    public Instant from() {
        return instant("from", from, BEGINNING);
    }

    /** End of the half-open period. */
    public Instant to() {
        return instant("to", to, END);
    }

    /** The statuses asked for; all of the type when none are. */
    public <E extends Enum<E>> List<E> statuses(Class<E> type) {
        List<E> known = List.of(type.getEnumConstants());
        return status == null || status.isEmpty()
                ? known
                : Arrays.stream(status.split(",", -1))
                        .map(name -> status(known, name))
                        .toList();
    }

    private static <E extends Enum<E>> E status(List<E> known, String name) {
        return known.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                                "status",
                                "status 应为 %s,收到 \"%s\"".formatted(known, name),
                                "status must be one of %s, got \"%s\"".formatted(known, name))
                        .asException());
    }

    private static Instant instant(String field, @Nullable String text, Instant otherwise) {
        try {
            return text == null || text.isEmpty() ? otherwise : Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw Problem.invalid(
                            field,
                            "%s 应为 ISO 8601 时刻,例如 2026-11-23T08:00:00Z".formatted(field),
                            "%s must be an ISO 8601 instant, e.g. 2026-11-23T08:00:00Z".formatted(field))
                    .asException();
        }
    }
}
