package org.motorpool.dispatch;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Query parameters of lists over a period, the newest first: {@code ?from=&to=&limit=&cursor=}. */
public class PeriodQuery {

    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    @BeanParam
    PageQuery page = new PageQuery();

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
        return from == null ? BEGINNING : Parameters.instant("from", from);
    }

    /** End of the half-open period. */
    public Instant to() {
        return to == null ? END : Parameters.instant("to", to);
    }
}
