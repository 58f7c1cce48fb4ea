package org.motorpool.dispatch.supervision.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.contract.SupervisionApi.CalendarDay;
import org.motorpool.dispatch.contract.SupervisionApi.CalendarYear;

/** Days that do not follow the week, in PostgreSQL; the calendar is one for all units. */
@Singleton
public class Holidays {

    private static final int MOST_DAYS = 2000;

    private static final String BETWEEN = """
            select c.day, c.kind, c.name from calendar_day c where c.day >= ?1 and c.day < ?2 order by c.day limit ?3""";

    private static final String DOCUMENT =
            "select document from calendar_day where day >= ?1 and day < ?2 order by day desc limit 1";

    private static final String CLEAR = "delete from calendar_day where day >= ?1 and day < ?2";

    private static final String INSERT = """
            insert into calendar_day (day, kind, name, document)
            select d.day, d.kind, d.name, ?2
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as d (day date, kind text, name text)""";

    private final JsonRows rows;

    Holidays(JsonRows rows) {
        this.rows = rows;
    }

    /** Days in [from, to). */
    public Uni<List<CalendarDay>> between(Mutiny.Session session, LocalDate from, LocalDate to) {
        return rows.list(session, CalendarDay.class, BETWEEN, from, to, MOST_DAYS);
    }

    /** Number of the notice the year was imported from. */
    public Uni<Optional<String>> findDocument(Mutiny.Session session, int year) {
        return session.createNativeQuery(DOCUMENT, String.class)
                .setParameter(1, LocalDate.of(year, 1, 1))
                .setParameter(2, LocalDate.of(year + 1, 1, 1))
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Write a whole year, in place of what was there. */
    public Uni<Void> replace(Mutiny.Session session, CalendarYear year) {
        return session.createNativeQuery(CLEAR)
                .setParameter(1, LocalDate.of(year.year(), 1, 1))
                .setParameter(2, LocalDate.of(year.year() + 1, 1, 1))
                .executeUpdate()
                .chain(_ -> session.createNativeQuery(INSERT)
                        .setParameter(1, rows.write(year.days()))
                        .setParameter(2, year.document())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
