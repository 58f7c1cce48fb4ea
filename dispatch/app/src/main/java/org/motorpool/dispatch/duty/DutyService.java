package org.motorpool.dispatch.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.duty.store.DutyFacts;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.DriverService;

/** Whether drivers may drive: for assignment, in its transactions, and for people. */
@Singleton
public class DutyService {

    /** Orders of no driver. */
    public static final UUID NONE = new UUID(0, 0);

    private final ScopedTransactions transactions;
    private final DutyFacts facts;
    private final DriverService drivers;

    DutyService(ScopedTransactions transactions, DutyFacts facts, DriverService drivers) {
        this.transactions = transactions;
        this.facts = facts;
        this.drivers = drivers;
    }

    /**
     * What forbids the driver this drive: {@code driver-on-leave}, {@code driver-off-shift}, {@code driver-rest} or
     * {@code driver-daily-hours}. One statement. The caller holds the driver's lock, so that two drives cannot slip past.
     *
     * @param instead the order that the drive takes the place of, {@link #NONE} otherwise
     */
    public Uni<Optional<Violation>> check(
            Mutiny.Session session, DriverFile driver, PlannedDrive wanted, UUID instead) {
        return facts.engagements(session, driver, daysAround(wanted.period()), instead)
                .map(known -> DutyRules.check(driver.name(), wanted, known));
    }

    /** A drive may follow one of the day before without a rest. */
    private static Period daysAround(Period period) {
        return new Period(
                Days.start(Days.of(period.from())).minus(Duration.ofDays(1)),
                Days.start(Days.of(period.to()).plusDays(2)));
    }

    /** When drivers of the session's scope cannot drive within the period. */
    public Uni<List<Absence>> absences(Mutiny.Session session, Period period) {
        return facts.absences(session, period);
    }

    /** The longest a driver of the unit may be at the wheel on the day; a whole day where no rule limits it. */
    public Uni<Duration> longestDriving(Mutiny.Session session, UUID unitId, LocalDate day) {
        return facts.longestDriving(session, unitId, day).map(most -> most.orElse(Duration.ofDays(1)));
    }

    /** A day of a driver; problem {@code driver-unknown}. */
    public Uni<DutyApi.DriverDuty> day(Scope scope, UUID driverId, LocalDate day) {
        Period today = new Period(Days.start(day), Days.start(day.plusDays(1)));
        return transactions.inTransaction(scope, session -> drivers.get(session, driverId)
                .chain(driver -> facts.engagements(session, driver, today, NONE))
                .chain(known -> facts.orders(session, driverId, today)
                        .map(orders -> DutyDay.of(driverId, day, known, orders))));
    }
}
