package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.VehicleFileApi.Confidentiality;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.store.Vehicles;

/**
 * Confidential vehicles 涉密车辆 are counted, never shown: no list, file, map, track or order shows one, and it is dispatched and
 * disposed of outside this platform. The way back is the same act with its id.
 */
@Singleton
public class ConfidentialityService {

    private final ScopedTransactions transactions;
    private final Vehicles vehicles;
    private final TerminalService terminals;
    private final DriverService drivers;
    private final VehicleHistory history;
    private final AuditTrail audit;

    ConfidentialityService(
            ScopedTransactions transactions,
            Vehicles vehicles,
            TerminalService terminals,
            DriverService drivers,
            VehicleHistory history,
            AuditTrail audit) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.terminals = terminals;
        this.drivers = drivers;
        this.history = history;
        this.audit = audit;
    }

    /**
     * Make the vehicle confidential, or no longer; without a difference nothing happens. Fails with problem
     * {@code vehicle-unknown}, and {@code vehicle-busy} while an order holds it.
     */
    public Uni<Void> change(Scope scope, UUID id, @Nullable Confidentiality form) {
        Confidentiality given = Fields.required("confidential", form);
        boolean wanted = Fields.required("confidential", given.confidential());
        String document = Fields.text("documentNumber", given.documentNumber(), 100);
        return transactions.inTransaction(scope, session -> vehicles.lockAny(session, id)
                .map(found -> found.orElseThrow(() -> VehicleService.unknown(id)))
                .invoke(VehicleService::refuseBusy)
                .chain(vehicle -> vehicle.particulars().confidential() == wanted
                        ? Uni.createFrom().voidItem()
                        : turn(session, vehicle, wanted, new ChangeCause(scope.username(), document))
                                .chain(_ -> audit.note(
                                        session, scope, "vehicle-confidential-" + wanted, id + " " + document))));
    }

    /** A terminal would go on telling where the vehicle is. */
    private Uni<Void> turn(Mutiny.Session session, VehicleFile vehicle, boolean confidential, ChangeCause cause) {
        VehicleHistory.Change change = new VehicleHistory.Change(
                "CONFIDENTIALITY", String.valueOf(!confidential), String.valueOf(confidential));
        return terminals
                .unbind(session, vehicle.id())
                .chain(_ -> drivers.release(session, vehicle.id()))
                .chain(_ -> history.changed(session, vehicle, change, cause))
                .chain(_ -> vehicles.describe(
                        session, vehicle.id(), vehicle.particulars().asConfidential(confidential)))
                .replaceWithVoid();
    }
}
