package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.store.Vehicles;

/** Vehicles on file: finding them, and the state dispatch gives them. */
@Singleton
public class VehicleService {

    private final ScopedTransactions transactions;
    private final Vehicles vehicles;
    private final AuditTrail audit;
    private final VehicleHistory history;
    private final Event<VehicleRestated> restated;
    private final Clock clock;

    VehicleService(
            ScopedTransactions transactions,
            Vehicles vehicles,
            AuditTrail audit,
            VehicleHistory history,
            Event<VehicleRestated> restated,
            Clock clock) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.audit = audit;
        this.history = history;
        this.restated = restated;
        this.clock = clock;
    }

    /** One page of the vehicles in scope, by plate; disposed ones are left out. */
    public Uni<List<VehicleFile>> list(Scope scope, VehicleFilter filter, int limit) {
        return transactions.inTransaction(scope, session -> vehicles.list(session, scope.unitPath(), filter, limit));
    }

    /** The vehicle; fails with problem {@code vehicle-unknown} when there is none in the scope of the session. */
    public Uni<VehicleFile> get(Mutiny.Session session, UUID id) {
        return vehicles.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** Lock the vehicle, if the session sees it, until the transaction ends. */
    public Uni<Void> hold(Mutiny.Session session, UUID id) {
        return vehicles.hold(session, id);
    }

    /** The vehicle, locked until the transaction ends; one that is disposed of is unknown. */
    public Uni<VehicleFile> getOnFile(Mutiny.Session session, UUID id) {
        return vehicles.lock(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** {@link #get(Mutiny.Session, UUID)} in a transaction of its own. */
    public Uni<VehicleFile> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> get(session, id));
    }

    /** Vehicles below the path that are neither out of service nor disposed of, by plate. */
    public Uni<List<VehicleFile>> listInService(Mutiny.Session session, String scopePath) {
        return vehicles.listInService(session, scopePath);
    }

    /** Those of the ids that exist in the scope of the session. */
    public Uni<List<VehicleFile>> listByIds(Mutiny.Session session, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : vehicles.listByIds(session, ids);
    }

    /** Give the vehicle a state, whatever it was, and keep that in its history; fails with problem {@code vehicle-unknown}. */
    public Uni<Void> markState(Mutiny.Session session, UUID vehicleId, VehicleState state, ChangeCause cause) {
        return get(session, vehicleId)
                .call(_ -> vehicles.markState(session, vehicleId, state, clock.instant()))
                .call(before -> history.changed(
                        session,
                        before,
                        new VehicleHistory.Change("STATE", before.state().name(), state.name()),
                        cause))
                .invoke(() -> restated.fire(new VehicleRestated(vehicleId)))
                .replaceWithVoid();
    }

    /**
     * Take an idle vehicle out of service, or put it back; fails with problem {@code vehicle-busy} while an order holds
     * it.
     *
     * @param reason for the history
     */
    public Uni<VehicleFile> changeService(Scope scope, UUID id, VehicleState wanted, String reason) {
        return transactions.inTransaction(scope, session -> getForChange(session, id)
                .chain(_ -> markState(session, id, wanted, new ChangeCause(scope.username(), reason)))
                .chain(_ -> audit.note(session, scope, "vehicle-" + wanted, id.toString()))
                .chain(_ -> get(session, id)));
    }

    /** Put vehicles on file; the unit must exist. Whether the rules allow it is compliance's business. */
    public Uni<Void> add(Mutiny.Session session, List<VehicleFile> added) {
        return vehicles.add(session, added, clock.instant())
                .chain(_ -> history.began(
                        session, added.stream().map(VehicleFile::id).toList()));
    }

    /** Take a vehicle off the register 注销: it keeps its file, and frees its quota and plate. */
    public Uni<Void> dispose(Mutiny.Session session, UUID id, LocalDate on, ChangeCause cause) {
        return get(session, id)
                .call(_ -> vehicles.dispose(session, id, on))
                .call(before -> history.changed(
                        session,
                        before,
                        new VehicleHistory.Change("DISPOSAL", before.state().name(), on.toString()),
                        cause))
                .invoke(() -> restated.fire(new VehicleRestated(id)))
                .replaceWithVoid();
    }

    /** Keep a reading of the odometer; one below the latest changes nothing. */
    public Uni<Void> readOdometer(Mutiny.Session session, UUID id, long odometer_km) {
        return vehicles.readOdometer(session, id, odometer_km).replaceWithVoid();
    }

    /** Vehicles that use the quotas of the units, by unit and category; pairs without a vehicle are left out. */
    public Uni<Map<UnitCategory, Integer>> countInUse(Mutiny.Session session, Collection<UUID> unitIds) {
        return unitIds.isEmpty() ? Uni.createFrom().item(Map.of()) : vehicles.countInUse(session, unitIds);
    }

    /**
     * The vehicle, locked until the transaction ends; fails with problem {@code vehicle-unknown} when there is none in scope or
     * it is disposed of, {@code vehicle-busy} while an order holds it.
     */
    public Uni<VehicleFile> getForChange(Mutiny.Session session, UUID id) {
        return getOnFile(session, id).invoke(VehicleService::refuseBusy);
    }

    static void refuseBusy(VehicleFile vehicle) {
        switch (vehicle.state()) {
            case IDLE, OUT_OF_SERVICE -> {}
            case ASSIGNED, ON_TRIP ->
                throw Problem.conflict(
                                "vehicle-busy",
                                "车辆 %s 有未办结的派车单，请先收车或取消派车单".formatted(vehicle.plate()),
                                "vehicle %s has an open order; close or cancel it first".formatted(vehicle.plate()))
                        .asException();
        }
    }

    static ProblemException unknown(UUID id) {
        return Problem.notFound(
                        "vehicle-unknown",
                        "车辆 %s 不存在或不在您的管理范围内，请检查车辆编号".formatted(id),
                        "vehicle %s does not exist or is outside your scope; check the id".formatted(id))
                .asException();
    }
}
