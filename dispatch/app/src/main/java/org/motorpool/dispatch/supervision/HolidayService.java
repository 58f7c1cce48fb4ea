package org.motorpool.dispatch.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.SupervisionApi.CalendarYear;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.supervision.store.Holidays;

/** The State Council's calendar of days off and shifted workdays 放假通知、调休, imported year by year. */
@Singleton
public class HolidayService {

    private static final int AROUND_DAYS = 40;

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final Holidays days;
    private final AuditTrail audit;

    HolidayService(ScopedTransactions transactions, UnitService units, Holidays days, AuditTrail audit) {
        this.transactions = transactions;
        this.units = units;
        this.days = days;
        this.audit = audit;
    }

    public Uni<CalendarYear> year(Scope scope, int year) {
        return transactions.inTransaction(
                scope, session -> days.between(session, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))
                        .chain(found -> days.findDocument(session, year)
                                .map(document -> new CalendarYear(year, document.orElse(null), found))));
    }

    /** Import a year, whole, in place of what was there; for who has national scope. */
    public Uni<CalendarYear> replace(Scope scope, int year, @Nullable CalendarYear form) {
        CalendarYear read = HolidayForm.read(year, form);
        return units.coversAll(scope)
                .invoke(HolidayService::requireNation)
                .chain(_ -> transactions.inTransaction(scope, session -> days.replace(session, read)
                        .chain(_ -> audit.note(
                                session, scope, "calendar-imported", "%d %s".formatted(year, read.document())))))
                .chain(_ -> year(scope, year));
    }

    /** The same, of lines {@code day,kind,name}. */
    public Uni<CalendarYear> replace(Scope scope, int year, String document, String csv) {
        return replace(scope, year, new CalendarYear(year, document, HolidayForm.csv(csv)));
    }

    /** The calendar from the one day to the other, with the holidays around both. */
    public Uni<WorkCalendar> around(Mutiny.Session session, LocalDate first, LocalDate last) {
        return days.between(session, first.minusDays(AROUND_DAYS), last.plusDays(AROUND_DAYS))
                .map(WorkCalendar::of);
    }

    private static void requireNation(boolean covers) {
        if (!covers) {
            throw Problem.forbidden("放假日历由全国管理范围的人员导入", "the calendar is imported by who has national scope")
                    .asException();
        }
    }
}
