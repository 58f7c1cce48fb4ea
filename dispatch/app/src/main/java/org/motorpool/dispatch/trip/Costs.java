package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.ExpenseApi;
import org.motorpool.dispatch.contract.ExpenseApi.CostOfKind;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.VehicleCosts;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.trip.store.Expenses;

/** Single-vehicle accounting 单车核算: what a vehicle costs in a year, and over its kilometres. */
@Singleton
public class Costs implements VehicleCosts {

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final Expenses expenses;

    Costs(ScopedTransactions transactions, VehicleService vehicles, Expenses expenses) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.expenses = expenses;
    }

    /** Costs of a vehicle in scope. */
    public Uni<ExpenseApi.Costs> get(Scope scope, UUID vehicleId, int year) {
        return transactions.inTransaction(
                scope, session -> vehicles.get(session, vehicleId).chain(_ -> of(session, vehicleId, year)));
    }

    @Override
    public Uni<ExpenseApi.Costs> of(Mutiny.Session session, UUID vehicleId, int year) {
        Instant from = Days.start(LocalDate.of(year, 1, 1));
        Instant to = Days.start(LocalDate.of(year + 1, 1, 1));
        return expenses.sums(session, vehicleId, from, to).chain(kinds -> expenses.running(session, vehicleId, from, to)
                .map(running -> view(vehicleId, year, kinds, running)));
    }

    private static ExpenseApi.Costs view(UUID vehicleId, int year, List<CostOfKind> kinds, Running running) {
        long total_fen = kinds.stream().mapToLong(CostOfKind::amount_fen).sum();
        double km = running.total_km();
        return new ExpenseApi.Costs(
                vehicleId,
                year,
                total_fen,
                kinds,
                Math.round(km),
                km > 0 ? Long.valueOf(Math.round(total_fen / km)) : null,
                running.fuel_l(),
                running.charged_kWh(),
                per100km(running.fuel_l(), km),
                per100km(running.charged_kWh(), km));
    }

    private static @Nullable Double per100km(double quantity, double km) {
        return quantity > 0 && km > 0 ? Double.valueOf(quantity * 100 / km) : null;
    }
}
