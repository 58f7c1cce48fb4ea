package org.motorpool.dispatch.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.PoolOfferApi.OfferedVehicle;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;

/**
 * What those who may use an offer see of its vehicles: they lie outside their scope, so the platform looks for whoever sees the
 * offer, and shows what a dispatcher needs to choose, no more. Of a superior's pool everybody sees what is in their scope.
 */
@Singleton
public class OfferedVehicles {

    private static final int MOST = 1000;

    private final ScopedTransactions transactions;
    private final PoolOfferService offers;
    private final VehicleService vehicles;
    private final DriverService drivers;

    OfferedVehicles(
            ScopedTransactions transactions, PoolOfferService offers, VehicleService vehicles, DriverService drivers) {
        this.transactions = transactions;
        this.offers = offers;
        this.vehicles = vehicles;
        this.drivers = drivers;
    }

    /** The first thousand by plate; fails with problem {@code offer-unknown}. */
    public Uni<List<OfferedVehicle>> list(Scope scope, UUID offerId) {
        return offers.get(scope, offerId)
                .chain(offer -> offer.status() == OfferStatus.OPEN
                        ? transactions.inTransaction(reach(scope, offer), session -> list(session, offer))
                        : Uni.createFrom().item(List.of()));
    }

    private static Scope reach(Scope scope, PoolOffer offer) {
        return offer.view().unitsBelow() ? scope : Scope.SYSTEM;
    }

    private Uni<List<OfferedVehicle>> list(Mutiny.Session session, PoolOffer offer) {
        return vehicles.listInService(session, offer.unitPath())
                .chain(fleet -> drivers.listOnDuty(session, offer.unitPath()).map(onDuty -> {
                    Map<UUID, DriverFile> byVehicle = onDuty.stream()
                            .filter(driver -> driver.vehicleId() != null)
                            .collect(Collectors.toMap(DriverFile::vehicleId, Function.identity(), (first, _) -> first));
                    return fleet.stream()
                            .filter(offer::includes)
                            .limit(MOST)
                            .map(vehicle -> view(vehicle, byVehicle.get(vehicle.id())))
                            .toList();
                }));
    }

    private static OfferedVehicle view(VehicleFile vehicle, @Nullable DriverFile driver) {
        return new OfferedVehicle(
                vehicle.id(),
                vehicle.plate(),
                vehicle.unitName(),
                vehicle.category(),
                vehicle.bodyType(),
                vehicle.energyType(),
                vehicle.seats(),
                vehicle.home(),
                driver == null ? null : driver.id(),
                driver == null ? null : driver.name());
    }
}
