package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.WorkingDays;
import org.motorpool.dispatch.assignment.store.AssignmentRules;
import org.motorpool.dispatch.assignment.store.BatteryFacts;
import org.motorpool.dispatch.assignment.store.OpenOrders;
import org.motorpool.dispatch.duty.Absence;
import org.motorpool.dispatch.duty.DutyService;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.organisation.CalendarService;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.registry.ChargerService;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.request.PoolingBook;
import org.motorpool.dispatch.request.PoolingRules;
import org.motorpool.dispatch.sharing.Lending;
import org.motorpool.dispatch.sharing.SharingBook;

/** Reads what a running day is made from, in the scope of who dispatches. */
@Singleton
class DayFinder {

    private record Fleet(List<VehicleFile> vehicles, List<DriverFile> drivers, Duration longestDriving) {}

    private record Promises(List<VehicleOrder> orders, List<Absence> absences) {}

    private record Book(
            ServingRules rules,
            SharingBook sharing,
            Map<String, Integer> costs_fen_per_km,
            PoolingBook pooling,
            WorkingDays workingDays) {}

    /** What tells how far vehicles come. */
    @Singleton
    static class Energy {
        private final ChargerService chargers;
        private final BatteryFacts facts;

        Energy(ChargerService chargers, BatteryFacts facts) {
            this.chargers = chargers;
            this.facts = facts;
        }

        /** Nothing is asked where no vehicle may be short. */
        Uni<Batteries> of(Mutiny.Session session, LocalDate day, List<VehicleFile> fleet) {
            List<UUID> electric = fleet.stream()
                    .filter(Batteries::mayBeShort)
                    .map(VehicleFile::id)
                    .toList();
            return electric.isEmpty()
                    ? Uni.createFrom().item(Batteries.UNKNOWN)
                    : facts.listInForce(session, day).chain(rules -> chargers.listInService(session)
                            .chain(there -> facts.driven_m(session, day, electric)
                                    .map(driven_m -> new Batteries(rules, there, driven_m))));
        }
    }

    private final VehicleService vehicles;
    private final DriverService drivers;
    private final DutyService duty;
    private final OpenOrders orders;
    private final AssignmentRules rules;
    private final Lending lending;
    private final PoolingRules pooling;
    private final CalendarService calendar;
    private final Energy energy;

    DayFinder(
            VehicleService vehicles,
            DriverService drivers,
            DutyService duty,
            OpenOrders orders,
            AssignmentRules rules,
            Lending lending,
            PoolingRules pooling,
            CalendarService calendar,
            Energy energy) {
        this.calendar = calendar;
        this.pooling = pooling;
        this.energy = energy;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.duty = duty;
        this.orders = orders;
        this.rules = rules;
        this.lending = lending;
    }

    Uni<DayCandidates> find(Mutiny.Session session, Scope scope, LocalDate day) {
        return fleet(session, scope, day).chain(fleet -> promises(session, day)
                .chain(promises -> book(session, day).chain(book -> energy.of(session, day, fleet.vehicles())
                        .map(batteries -> candidates(day, fleet, promises, book, batteries)))));
    }

    private Uni<Fleet> fleet(Mutiny.Session session, Scope scope, LocalDate day) {
        return vehicles.listInService(session, scope.unitPath())
                .chain(fleet -> drivers.listAll(session, scope.unitPath())
                        .chain(crew -> duty.longestDriving(session, scope.unitId(), day)
                                .map(longest -> new Fleet(fleet, crew, longest))));
    }

    private Uni<Promises> promises(Mutiny.Session session, LocalDate day) {
        Period period = new Period(Days.start(day), Days.start(day).plus(DayCandidates.LENGTH));
        return orders.list(session, period.from(), period.to())
                .chain(open -> duty.absences(session, period).map(absences -> new Promises(open, absences)));
    }

    private Uni<Book> book(Mutiny.Session session, LocalDate day) {
        return rules.serving(session, day)
                .chain(serving -> lending.book(session, day).chain(sharing -> rules.costs_fen_per_km(session, day)
                        .chain(costs -> pooling.book(session, day).chain(pooled -> workingDays(session, day)
                                .map(working -> new Book(serving, sharing, costs, pooled, working))))));
    }

    private Uni<WorkingDays> workingDays(Mutiny.Session session, LocalDate day) {
        return calendar.workingDays(session, day.minusDays(1), day.plusDays(1));
    }

    private static DayCandidates candidates(
            LocalDate day, Fleet fleet, Promises promises, Book book, Batteries batteries) {
        return new DayCandidates(
                day,
                fleet.vehicles(),
                fleet.drivers(),
                promises.orders().stream().filter(order -> !order.isRiding()).toList(),
                promises.orders().stream().filter(VehicleOrder::isRiding).toList(),
                promises.absences(),
                book.rules(),
                book.sharing(),
                book.costs_fen_per_km(),
                fleet.longestDriving(),
                book.pooling(),
                book.workingDays(),
                batteries);
    }
}
