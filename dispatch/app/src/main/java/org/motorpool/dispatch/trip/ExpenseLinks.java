package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.assignment.OrderLife;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.ExpenseApi.NewExpense;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.trip.store.Trips;

/** What an expense was for: the trip gives the order, the order its trip, and both are the vehicle's. */
@Singleton
class ExpenseLinks {

    private final OrderLife orders;
    private final Trips trips;

    ExpenseLinks(OrderLife orders, Trips trips) {
        this.orders = orders;
        this.trips = trips;
    }

    /** The expense with trip and order; problems {@code trip-unknown}, {@code order-unknown}, or the bad field. */
    Uni<NewExpense> complete(Mutiny.Session session, VehicleFile vehicle, NewExpense expense) {
        if (expense.tripId() != null) {
            return ofTrip(session, vehicle, expense, expense.tripId());
        }
        return expense.orderId() == null
                ? Uni.createFrom().item(expense)
                : ofOrder(session, vehicle, expense, expense.orderId());
    }

    private Uni<NewExpense> ofTrip(Mutiny.Session session, VehicleFile vehicle, NewExpense expense, UUID tripId) {
        return trips.find(session, tripId)
                .map(found -> found.orElseThrow(() -> TripExplaining.unknown(tripId)))
                .invoke(trip -> requireItsVehicle("tripId", trip.vehicleId(), vehicle))
                .invoke(trip -> requireItsOrder(expense, trip))
                .map(trip -> with(expense, trip.view().orderId(), tripId));
    }

    private Uni<NewExpense> ofOrder(Mutiny.Session session, VehicleFile vehicle, NewExpense expense, UUID orderId) {
        return orders.get(session, orderId)
                .invoke(order -> requireItsVehicle("orderId", order.view().vehicleId(), vehicle))
                .map(ExpenseLinks::leading)
                .chain(leadId -> trips.findOfOrder(session, leadId)
                        .map(trip ->
                                with(expense, leadId, trip.map(TripFile::id).orElse(null))));
    }

    /** What a vehicle that riders share spends is spent for the order that leads. */
    private static UUID leading(VehicleOrder order) {
        return Objects.requireNonNullElse(order.view().course().ridesWithId(), order.id());
    }

    private static void requireItsVehicle(String field, UUID vehicleId, VehicleFile vehicle) {
        if (!vehicleId.equals(vehicle.id())) {
            throw Fields.bad(
                    field, "不是车辆 %s 的".formatted(vehicle.plate()), "is not of vehicle %s".formatted(vehicle.plate()));
        }
    }

    private static void requireItsOrder(NewExpense expense, TripFile trip) {
        if (expense.orderId() != null && !expense.orderId().equals(trip.view().orderId())) {
            throw Fields.bad("orderId", "与行程的派车单不一致", "is not the order of the trip");
        }
    }

    private static NewExpense with(NewExpense expense, UUID orderId, @Nullable UUID tripId) {
        return new NewExpense(
                expense.vehicleId(),
                orderId,
                expense.noOrderReason(),
                expense.kind(),
                expense.incurredAt(),
                expense.amount_fen(),
                expense.quantity(),
                expense.quantityUnit(),
                expense.product(),
                expense.supplier(),
                expense.designated(),
                expense.invoiceNumber(),
                expense.odometer_km(),
                expense.latitude(),
                expense.longitude(),
                tripId);
    }
}
