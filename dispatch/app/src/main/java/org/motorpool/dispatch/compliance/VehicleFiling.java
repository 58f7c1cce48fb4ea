package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.ChangeCause;
import org.motorpool.dispatch.registry.ParkingService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleLife;
import org.motorpool.dispatch.registry.VehicleParticulars;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.registry.VehicleState;

/** Puts an allowed acquisition on file. A vehicle it replaces stays on file until its disposal clears the register. */
@Singleton
class VehicleFiling {

    private final VehicleService vehicles;
    private final VehicleLife life;
    private final ParkingService parking;

    VehicleFiling(VehicleService vehicles, VehicleLife life, ParkingService parking) {
        this.vehicles = vehicles;
        this.life = life;
        this.parking = parking;
    }

    /** The new vehicle's id. */
    Uni<UUID> file(Mutiny.Session session, AcquisitionFacts facts, Unit unit, String username) {
        return parking.get(session, unit)
                .map(home -> vehicle(facts, unit, home))
                .call(file -> vehicles.add(session, List.of(file)))
                .call(file -> replace(session, facts.oldVehicle(), file, username))
                .map(VehicleFile::id);
    }

    private Uni<Void> replace(Mutiny.Session session, @Nullable OldVehicle old, VehicleFile file, String username) {
        return old == null
                ? Uni.createFrom().voidItem()
                : life.replace(session, old.id(), file.id(), new ChangeCause(username, "更新 renewal " + file.plate()));
    }

    private static VehicleFile vehicle(AcquisitionFacts facts, Unit unit, VehicleApi.Place home) {
        AcquisitionProposal proposal = facts.proposal();
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
                facts.today(),
                proposal.kind(),
                VehicleParticulars.acquired(proposal.tier(), facts.useClass(), proposal.purchaseTax_fen()));
    }
}
