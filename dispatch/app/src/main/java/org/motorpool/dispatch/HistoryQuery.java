package org.motorpool.dispatch;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
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

    @BeanParam
    PageQuery page = new PageQuery();

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
        return page.size();
    }

    /** Only items older than this id. */
    public UUID before() {
        return page.cursorId(LAST);
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
                                "status 应为 %s，收到 \"%s\"".formatted(known, name),
                                "status must be one of %s, got \"%s\"".formatted(known, name))
                        .asException());
    }

    private static Instant instant(String field, @Nullable String text, Instant otherwise) {
        return text == null || text.isEmpty() ? otherwise : Parameters.instant(field, text);
    }
}
