package org.motorpool.dispatch.federation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.OrderApi.Trip;
import org.motorpool.dispatch.contract.RentalApi.RentalOrder;

/** What serves a guest at the host: a vehicle of its own, or a supplier's. */
sealed interface GuestOrder {

    /** What home is told of vehicle and driver. */
    Assigned assigned();

    /** How far it has come; home is told again when this changes. */
    String told();

    /** Whether all is there that proves it, but perhaps a track. */
    boolean isProvable();

    /**
     * An own vehicle.
     *
     * @param trip null before departure
     */
    record Driven(
            OrderApi.Order order,
            String vehicle,
            String energyType,
            String category,
            String bodyType,
            @Nullable Trip trip)
            implements GuestOrder {

        OrderStatus status() {
            return OrderStatus.valueOf(order.status());
        }

        UUID vehicleId() {
            return order.vehicleId();
        }

        boolean isNoShow() {
            return status() == OrderStatus.NO_SHOW;
        }

        Optional<Trip> findTrip() {
            return Optional.ofNullable(trip);
        }

        private boolean isMeasured() {
            return trip != null && trip.status().equals("CLOSED");
        }

        /** When it was over: back, or given up. */
        Instant endedAt() {
            return findTrip().map(Trip::returnedAt).orElse(order.to());
        }

        @Override
        public Assigned assigned() {
            return new Assigned(order.number(), order.plate(), vehicle, energyType, order.driverName());
        }

        @Override
        public String told() {
            return order.id() + " " + order.status() + (isMeasured() ? " measured" : "");
        }

        @Override
        public boolean isProvable() {
            return isMeasured() || isNoShow() && trip == null;
        }
    }

    /** A vehicle of a supplier under contract 社会租赁. */
    record Hired(RentalOrder rental, String category, String bodyType) implements GuestOrder {

        @Override
        public Assigned assigned() {
            return new Assigned(rental.number(), rental.plate(), rental.supplierName(), "", rental.driverName());
        }

        @Override
        public String told() {
            return rental.id() + " " + rental.status();
        }

        @Override
        public boolean isProvable() {
            return rental.status().equals("CLOSED");
        }
    }
}
