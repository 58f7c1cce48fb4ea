package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleHistory.Change;
import org.motorpool.dispatch.registry.store.Vehicles;

/** What becomes of a vehicle on file beside its daily state: renewed, moved to another unit, taken off the register. */
@Singleton
public class VehicleLife {

    private final Vehicles vehicles;
    private final VehicleService service;
    private final TerminalService terminals;
    private final DriverService drivers;
    private final ParkingService parking;
    private final VehicleHistory history;

    VehicleLife(
            Vehicles vehicles,
            VehicleService service,
            TerminalService terminals,
            DriverService drivers,
            ParkingService parking,
            VehicleHistory history) {
        this.vehicles = vehicles;
        this.service = service;
        this.terminals = terminals;
        this.drivers = drivers;
        this.parking = parking;
        this.history = history;
    }

    /**
     * A renewal replaces the vehicle 处置一辆、更新一辆: until the old one is deregistered the two use one place of the quota.
     */
    public Uni<Void> replace(Mutiny.Session session, UUID oldId, UUID newId, ChangeCause cause) {
        return service.get(session, oldId)
                .call(_ -> vehicles.replace(session, oldId, newId))
                .chain(old -> history.changed(session, old, new Change("REPLACEMENT", null, newId.toString()), cause));
    }

    /** Take the vehicle off the register: it keeps its file, frees quota and plate, and its terminal and driver are free. */
    public Uni<Void> deregister(Mutiny.Session session, UUID id, LocalDate on, ChangeCause cause) {
        return service.dispose(session, id, on, cause)
                .chain(_ -> terminals.unbind(session, id))
                .chain(_ -> drivers.release(session, id));
    }

    /**
     * Move the vehicle with its file to another unit 调剂、划转: it parks there, keeps its terminal and leaves its driver. The
     * session's scope must cover both units.
     */
    public Uni<VehicleFile> move(Mutiny.Session session, VehicleFile vehicle, Unit to, ChangeCause cause) {
        Change change = new Change("UNIT", vehicle.unitName(), to.name());
        return history.changed(session, vehicle, change, cause)
                .chain(_ -> parking.get(session, to))
                .chain(home -> vehicles.move(session, vehicle.id(), to, home))
                .chain(_ -> drivers.release(session, vehicle.id()))
                .chain(_ -> service.markState(session, vehicle.id(), VehicleState.IDLE, cause))
                .chain(_ -> service.get(session, vehicle.id()));
    }

    /** Complete or correct the particulars; only a difference is kept in the history. */
    public Uni<Void> describe(
            Mutiny.Session session, VehicleFile vehicle, VehicleParticulars described, ChangeCause cause) {
        if (described.equals(vehicle.particulars())) {
            return Uni.createFrom().voidItem();
        }
        Change change = FileDifference.between(vehicle, vehicle.with(described));
        return vehicles.describe(session, vehicle.id(), described)
                .chain(_ -> history.changed(session, vehicle, change, cause));
    }

    /** Correct plate, brand, model, seats and particulars from a ledger. */
    public Uni<Void> correct(Mutiny.Session session, VehicleFile before, VehicleFile after, ChangeCause cause) {
        Change change = FileDifference.between(before, after);
        return vehicles.correct(session, after).chain(_ -> history.changed(session, before, change, cause));
    }

    /** Vehicles in scope with one of the VINs, confidential ones too: whoever asks shows nothing of those. */
    public Uni<List<VehicleFile>> listByVins(Mutiny.Session session, Collection<String> vins) {
        return vehicles.listByVins(session, vins);
    }

    /** Vehicles in scope that nobody used since the moment, longest idle first. */
    public Uni<List<IdleVehicle>> listIdle(Mutiny.Session session, IdleFilter filter, int limit) {
        return vehicles.listIdle(session, filter, limit);
    }
}
