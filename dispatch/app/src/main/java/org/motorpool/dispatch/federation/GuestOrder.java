package org.motorpool.dispatch.federation;

import java.util.List;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RentalApi.RentalOrder;
import org.motorpool.dispatch.registry.VehicleFile;

/** What serves a guest at the host: vehicles of its own, or a supplier's. */
sealed interface GuestOrder {

    /** What home is told of vehicle and driver. */
    Assigned assigned();

    /** How far it has come; home is told again when this changes. */
    String told();

    /** Whether all is there that proves it, but perhaps a track. */
    boolean isProvable();

    /** Own vehicles: one, or more where one took over from another; the last is the one that serves now. */
    record Driven(List<GuestLeg> legs) implements GuestOrder {

        public Driven {
            legs = List.copyOf(legs);
        }

        GuestLeg first() {
            return legs.getFirst();
        }

        GuestLeg last() {
            return legs.getLast();
        }

        @Override
        public Assigned assigned() {
            OrderApi.Order order = last().order();
            VehicleFile vehicle = last().vehicle();
            return new Assigned(
                    order.number(),
                    order.plate(),
                    vehicle.brand() + " " + vehicle.model(),
                    vehicle.energyType(),
                    order.driverName());
        }

        @Override
        public String told() {
            boolean measured = legs.stream().allMatch(GuestLeg::isMeasured);
            OrderApi.Order order = last().order();
            String serving = "%s %s %s %s".formatted(order.id(), order.status(), order.vehicleId(), order.driverId());
            return serving + (measured ? " measured" : "");
        }

        @Override
        public boolean isProvable() {
            return legs.stream().allMatch(GuestLeg::isProvable);
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
