package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.store.FleetMoves;

/** Moves vehicles, drivers and chargers when units merge or split; all that belongs to a vehicle's file follows it. */
@Singleton
public class FleetMove {

    private final FleetMoves moves;
    private final Clock clock;

    FleetMove(FleetMoves moves, Clock clock) {
        this.moves = moves;
        this.clock = clock;
    }

    /** Vehicles of the unit on file, confidential ones too. */
    public Uni<Integer> countOnFile(Mutiny.Session session, UUID unitId) {
        return moves.countOnFile(session, unitId);
    }

    /** All vehicles on file, all drivers and all chargers; fails with {@code vehicle-busy} while an order holds one. */
    public Uni<Void> moveAll(Mutiny.Session session, Unit from, Unit to, ChangeCause cause) {
        return refuseBusy(session, from)
                .chain(_ -> moves.noteAll(session, from, to, cause, clock.instant()))
                .chain(_ -> moves.vehicles(session, from.id(), to))
                .chain(_ -> moves.drivers(session, from.id(), to))
                .chain(_ -> moves.chargers(session, from.id(), to));
    }

    /** Some of the unit's vehicles, with the drivers on duty with them; how many of the vehicles were the unit's. */
    public Uni<Integer> moveSome(Mutiny.Session session, Collection<UUID> ids, Unit from, Unit to, ChangeCause cause) {
        return refuseBusy(session, from)
                .chain(_ -> moves.noteSome(session, ids, from, to, cause, clock.instant()))
                .chain(_ -> moves.driversOf(session, ids, from.id(), to))
                .chain(_ -> moves.someVehicles(session, ids, from.id(), to));
    }

    private Uni<Void> refuseBusy(Mutiny.Session session, Unit unit) {
        return moves.countBusy(session, unit.id())
                .invoke(busy -> {
                    if (busy > 0) {
                        throw Problem.conflict(
                                        "vehicle-busy",
                                        "单位“%s”有 %d 辆车的派车单未办结，请先收车或取消派车单".formatted(unit.name(), busy),
                                        "%d vehicles of \"%s\" have open orders; close or cancel them first"
                                                .formatted(busy, unit.name()))
                                .asException();
                    }
                })
                .replaceWithVoid();
    }
}
