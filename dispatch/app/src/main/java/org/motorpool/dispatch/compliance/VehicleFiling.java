package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.ChangeCause;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.ParkingService;
import org.motorpool.dispatch.registry.TerminalService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.registry.VehicleState;

/** Puts an allowed acquisition on file, and disposes of the vehicle a renewal replaces: 处置一辆、更新一辆. */
@ApplicationScoped
class VehicleFiling {

    private final VehicleService vehicles;
    private final TerminalService terminals;
    private final DriverService drivers;
    private final ParkingService parking;

    VehicleFiling(VehicleService vehicles, TerminalService terminals, DriverService drivers, ParkingService parking) {
        this.vehicles = vehicles;
        this.terminals = terminals;
        this.drivers = drivers;
        this.parking = parking;
    }

    /** A renewal frees the quota it uses: the old vehicle must be idle, of the same unit and of the same category. */
    Uni<Void> check(Mutiny.Session session, AcquisitionProposal proposal) {
        UUID replaced = proposal.replacedVehicleId();
        return replaced == null
                ? Uni.createFrom().voidItem()
                : vehicles.getForChange(session, replaced)
                        .invoke(old -> refuseOther(old, proposal))
                        .replaceWithVoid();
    }

    /** The new vehicle's id. */
    Uni<UUID> file(Mutiny.Session session, AcquisitionProposal proposal, Unit unit, LocalDate today) {
        return dispose(session, proposal, today)
                .chain(_ -> parking.get(session, unit))
                .map(home -> vehicle(proposal, unit, home, today))
                .call(file -> vehicles.add(session, List.of(file)))
                .map(VehicleFile::id);
    }

    private Uni<Void> dispose(Mutiny.Session session, AcquisitionProposal proposal, LocalDate today) {
        UUID replaced = proposal.replacedVehicleId();
        return replaced == null
                ? Uni.createFrom().voidItem()
                : vehicles.dispose(
                                session, replaced, today, new ChangeCause("system", "更新 renewal " + proposal.plate()))
                        .chain(_ -> terminals.unbind(session, replaced))
                        .chain(_ -> drivers.release(session, replaced));
    }

    private static void refuseOther(VehicleFile old, AcquisitionProposal proposal) {
        if (!old.unitId().equals(proposal.unitId()) || !old.category().equals(proposal.category())) {
            throw AcquisitionForm.bad(
                    "replacedVehicleId",
                    "车辆 %s 不属于同一单位、同一类别，不能由本次更新替换".formatted(old.plate()),
                    "%s is not of the same unit and category and cannot be replaced by this renewal"
                            .formatted(old.plate()));
        }
    }

    private static VehicleFile vehicle(
            AcquisitionProposal proposal, Unit unit, VehicleApi.Place home, LocalDate today) {
        return new VehicleFile(
                Ids.next(),
                proposal.plate(),
                proposal.plateColour(),
                proposal.vin(),
                unit.id(),
                unit.path(),
                unit.name(),
                unit.regionCode(),
                proposal.category(),
                proposal.bodyType(),
                proposal.energyType(),
                proposal.brand(),
                proposal.model(),
                proposal.seats(),
                proposal.price_fen(),
                proposal.displacement_l(),
                home,
                VehicleState.IDLE,
                today,
                proposal.kind());
    }
}
