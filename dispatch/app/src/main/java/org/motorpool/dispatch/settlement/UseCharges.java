package org.motorpool.dispatch.settlement;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.ExpenseApi.Expense;
import org.motorpool.dispatch.contract.OrderApi.Trip;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.settlement.store.Charges;
import org.motorpool.dispatch.settlement.store.SettlementRules;
import org.motorpool.dispatch.sharing.Agreement;
import org.motorpool.dispatch.sharing.Agreements;
import org.motorpool.dispatch.sharing.Measured;
import org.motorpool.dispatch.sharing.Tariff;
import org.motorpool.dispatch.sharing.TariffService;
import org.motorpool.dispatch.trip.ExpenseService;
import org.motorpool.dispatch.trip.TripFile;
import org.motorpool.dispatch.trip.TripService;

/** Gathers what an order that ended is priced by, and prices it. */
@Singleton
class UseCharges {

    /** Who pays for a cancellation: the requester, and nobody else. */
    private static final String REQUESTER = "REQUESTER";

    private final TripService trips;
    private final ExpenseService expenses;
    private final VehicleService vehicles;
    private final UnitService units;
    private final Agreements agreements;
    private final TariffService tariffs;
    private final SettlementRules rules;
    private final Charges charges;
    private final Clock clock;

    UseCharges(
            TripService trips,
            ExpenseService expenses,
            VehicleService vehicles,
            UnitService units,
            Agreements agreements,
            TariffService tariffs,
            SettlementRules rules,
            Charges charges,
            Clock clock) {
        this.trips = trips;
        this.expenses = expenses;
        this.vehicles = vehicles;
        this.units = units;
        this.agreements = agreements;
        this.tariffs = tariffs;
        this.rules = rules;
        this.charges = charges;
        this.clock = clock;
    }

    /** Who pays whom: the parties of the agreement, or the two units by a pool offer. */
    Uni<Terms> terms(Mutiny.Session session, VehicleOrder order, Basis basis, Tariff tariff) {
        return units.get(session, order.vehicleUnitId()).chain(owner -> rules.get(
                        session, owner.regionCode(), Days.of(order.view().from()))
                .chain(rule -> basis.agreementId() == null
                        ? units.get(session, order.requestUnitId()).map(user -> byOffer(user, owner, tariff, rule))
                        : agreements
                                .find(session, basis.agreementId())
                                .map(found -> found.orElseThrow(() -> new IllegalStateException(
                                        "agreement %s of order %s is gone".formatted(basis.agreementId(), order.id()))))
                                .chain(agreement -> byAgreement(session, order, agreement, tariff, rule))));
    }

    private static Terms byOffer(Unit user, Unit owner, Tariff tariff, SettlementRule rule) {
        return new Terms(
                user, owner, null, null, tariff.id(), tariff.view().tariffVersion(), rule.mode(), rule.confirmDays());
    }

    private Uni<Terms> byAgreement(
            Mutiny.Session session, VehicleOrder order, Agreement agreement, Tariff tariff, SettlementRule rule) {
        Integer days = agreement.view().terms().confirmDays();
        return party(session, agreement, order.requestUnitPath())
                .chain(home -> party(session, agreement, order.vehicleUnitPath())
                        .map(host -> new Terms(
                                home,
                                host,
                                agreement.id(),
                                agreement.view().number(),
                                tariff.id(),
                                tariff.view().tariffVersion(),
                                agreement.settlementMode(),
                                days == null ? rule.confirmDays() : days)));
    }

    private Uni<Unit> party(Mutiny.Session session, Agreement agreement, String unitPath) {
        return units.get(
                session,
                agreement
                        .findParty(unitPath)
                        .orElseThrow(() -> new IllegalStateException("%s is of no party of agreement %s"
                                .formatted(unitPath, agreement.view().number())))
                        .unitId());
    }

    /** What is to be charged now; empty when nothing is. */
    Uni<Optional<UseToCharge>> price(Mutiny.Session session, VehicleOrder order, Basis basis, Tariff tariff) {
        return switch (order.status()) {
            case CLOSED -> driven(session, order, tariff);
            case NO_SHOW -> noShow(session, order, basis, tariff);
            case CANCELLED ->
                REQUESTER.equals(order.view().course().reasonCode())
                        ? rule(session, order)
                                .map(rule -> UsePricing.cancellation(order.view(), basis, rule, clock.instant()))
                        : nothing();
            case ASSIGNED, ACCEPTED, DEPARTED, ARRIVED, RETURNED -> nothing();
        };
    }

    /** The fee of the tariff, where it has one for such vehicles; else the part of the estimate that the rules say. */
    private Uni<Optional<UseToCharge>> noShow(Mutiny.Session session, VehicleOrder order, Basis basis, Tariff tariff) {
        return vehicles.get(session, order.view().vehicleId())
                .map(vehicle -> tariff.findNoShow_fen(vehicle.category(), vehicle.bodyType()))
                .chain(fee -> fee.map(
                                fen -> Uni.createFrom().item(Optional.of(UsePricing.noShow(order.view(), tariff, fen))))
                        .orElseGet(
                                () -> rule(session, order).map(rule -> UsePricing.noShow(order.view(), basis, rule))));
    }

    private static Uni<Optional<UseToCharge>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<SettlementRule> rule(Mutiny.Session session, VehicleOrder order) {
        return units.get(session, order.vehicleUnitId())
                .chain(owner -> rules.get(
                        session, owner.regionCode(), Days.of(order.view().from())));
    }

    private Uni<Optional<UseToCharge>> driven(Mutiny.Session session, VehicleOrder order, Tariff tariff) {
        return trips.findOfOrder(session, order.id()).chain(found -> found.map(TripFile::view)
                .map(trip -> measure(session, order, trip).chain(use -> charges.isCharged(session, order.id())
                        .chain(charged -> charged
                                ? charges.listChargedExpenses(session, order.id())
                                        .map(before -> UsePricing.supplement(tariff, use, before))
                                : Uni.createFrom().item(Optional.of(UsePricing.use(tariff, use, trip))))))
                .orElseGet(UseCharges::nothing));
    }

    private Uni<Measured> measure(Mutiny.Session session, VehicleOrder order, Trip trip) {
        return vehicles.get(session, order.view().vehicleId())
                .chain(vehicle -> expenses.listOfOrder(session, order.id())
                        .map(paid -> new Measured(
                                vehicle.category(),
                                vehicle.bodyType(),
                                UsePricing.distance_m(trip),
                                trip.departedAt(),
                                trip.returnedAt(),
                                trip.waiting_minutes(),
                                expenses(paid))));
    }

    private static List<Measured.Expense> expenses(List<Expense> paid) {
        return paid.stream()
                .map(one -> new Measured.Expense(one.kind(), one.amount_fen(), one.id()))
                .toList();
    }

    /** The version of the tariff that the order names. */
    Uni<Tariff> tariff(Mutiny.Session session, Basis basis) {
        return tariffs.get(session, basis.tariffId(), basis.tariffVersion());
    }
}
