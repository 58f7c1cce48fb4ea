package org.motorpool.dispatch.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.WorkingDays;
import org.motorpool.dispatch.organisation.store.CalendarDays;

/** The State Council's calendar 放假调休; days it does not name follow the week. */
@Singleton
public class CalendarService {

    private final CalendarDays days;

    CalendarService(CalendarDays days) {
        this.days = days;
    }

    /** The working days from {@code from} to {@code to}; beyond them the plain week. */
    public Uni<WorkingDays> workingDays(Mutiny.Session session, LocalDate from, LocalDate to) {
        return days.load(session, from, to);
    }
}
