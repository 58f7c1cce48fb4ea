package org.motorpool.dispatch.sharing;

import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.PoolOfferApi;
import org.motorpool.dispatch.registry.VehicleFile;

/**
 * An offer 共享, as people see it and with the paths of its unit and its users.
 *
 * @param userPaths of the units that may use the vehicles, with those below
 */
public record PoolOffer(PoolOfferApi.Offer view, String unitPath, List<String> userPaths) {

    public PoolOffer {
        userPaths = List.copyOf(userPaths);
    }

    public UUID id() {
        return view.id();
    }

    public OfferStatus status() {
        return OfferStatus.valueOf(view.status());
    }

    /** Whether the vehicle is among those offered. */
    public boolean includes(VehicleFile vehicle) {
        boolean ofUnit = view.unitsBelow()
                ? vehicle.unitPath().startsWith(unitPath)
                : vehicle.unitId().equals(view.unitId());
        List<UUID> vehicles = view.terms().vehicleIds();
        List<String> categories = view.terms().categories();
        return ofUnit
                && (vehicles.isEmpty() || vehicles.contains(vehicle.id()))
                && (categories.isEmpty() || categories.contains(vehicle.category()));
    }

    /**
     * Whether a dispatcher of the users may take the vehicle themselves, beyond their scope: the unit it belongs to has offered it.
     * A superior's pool is dispatched by the superior.
     */
    public boolean lends(VehicleFile vehicle) {
        return !view.unitsBelow() && includes(vehicle);
    }

    /** Whether the unit may use what is offered. */
    public boolean isFor(String userPath) {
        return userPaths.stream().anyMatch(userPath::startsWith);
    }

    /** The push that tells the open consoles of this state; those who may use it see it too. */
    public Push.Change change() {
        return new Push.Change("pool-offer", List.of(unitPath), view);
    }
}
