package org.motorpool.dispatch.organisation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.WorkingDays;

/** Table {@code calendar_day}; every call runs in the caller's session. */
@Singleton
public class CalendarDays {

    private static final int MOST_DAYS = 10_000;
    private static final String DAYS =
            "select cast(day as text), kind from calendar_day where day between ?1 and ?2 order by day";

    public Uni<WorkingDays> load(Mutiny.Session session, LocalDate from, LocalDate to) {
        return session.createNativeQuery(DAYS, Object[].class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setMaxResults(MOST_DAYS)
                .getResultList()
                .map(rows -> new WorkingDays(days(rows, "HOLIDAY"), days(rows, "WORKDAY")));
    }

    private static Set<LocalDate> days(List<Object[]> rows, String kind) {
        return rows.stream()
                .filter(row -> row[1].equals(kind))
                .map(row -> LocalDate.parse((String) row[0]))
                .collect(Collectors.toSet());
    }
}
