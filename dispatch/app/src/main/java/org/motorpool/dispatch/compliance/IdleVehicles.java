package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.compliance.store.DisposalRules;
import org.motorpool.dispatch.compliance.store.Disposals;
import org.motorpool.dispatch.contract.DisposalApi;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.registry.IdleFilter;
import org.motorpool.dispatch.registry.IdleVehicle;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleLife;

/** Idle vehicles of other units that could move to a unit that would otherwise buy 调剂. */
@Singleton
public class IdleVehicles {

    private static final int LOOKED_AT = 500;
    private static final int SUGGESTED = 20;

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final VehicleLife vehicles;
    private final Disposals disposals;
    private final DisposalRules rules;
    private final Clock clock;

    IdleVehicles(
            ScopedTransactions transactions,
            UnitService units,
            VehicleLife vehicles,
            Disposals disposals,
            DisposalRules rules,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.vehicles = vehicles;
        this.disposals = disposals;
        this.rules = rules;
        this.clock = clock;
    }

    /** {@link #suggest(Mutiny.Session, Scope, Unit, String)} in a transaction of its own. */
    public Uni<List<DisposalApi.IdleVehicle>> suggest(Scope scope, UUID unitId, String category) {
        return transactions.inTransaction(
                scope, session -> units.get(session, unitId).chain(unit -> suggest(session, scope, unit, category)));
    }

    /**
     * Vehicles of the category in scope that nobody used for long and no disposal is under way for, the nearest to the unit
     * first, then the longest idle; 20 at most. For the unit's own indicator of a new vehicle of the category.
     */
    public Uni<List<DisposalApi.IdleVehicle>> suggest(Mutiny.Session session, Scope scope, Unit unit, String category) {
        Instant now = clock.instant();
        return rules.idle(session, unit.provinceCode(), Days.of(now)).chain(rule -> vehicles.listIdle(
                        session,
                        new IdleFilter(scope.unitPath(), category, now.minus(rule.days(), ChronoUnit.DAYS), unit.id()),
                        LOOKED_AT)
                .chain(found -> disposals
                        .listUnderWay(
                                session,
                                found.stream().map(one -> one.vehicle().id()).toList())
                        .map(underWay -> nearest(found, underWay, unit).stream()
                                .map(idle -> view(idle, rule, now))
                                .toList())));
    }

    private static List<IdleVehicle> nearest(List<IdleVehicle> found, Set<UUID> underWay, Unit unit) {
        return found.stream()
                .filter(idle -> !underWay.contains(idle.vehicle().id()))
                .sorted(Comparator.<IdleVehicle>comparingInt(
                                idle -> distance(idle.vehicle().regionCode(), unit.regionCode()))
                        .thenComparing(IdleVehicle::idleSince))
                .limit(SUGGESTED)
                .toList();
    }

    /** 0 in the same region, 1 in the same city, 2 in the same province, 3 elsewhere. */
    private static int distance(String regionCode, String other) {
        if (regionCode.equals(other)) {
            return 0;
        }
        if (regionCode.substring(0, 4).equals(other.substring(0, 4))) {
            return 1;
        }
        return RegionCode.province(regionCode).equals(RegionCode.province(other)) ? 2 : 3;
    }

    private static DisposalApi.IdleVehicle view(IdleVehicle idle, IdleRule rule, Instant now) {
        VehicleFile vehicle = idle.vehicle();
        return new DisposalApi.IdleVehicle(
                vehicle.id(),
                vehicle.plate(),
                vehicle.unitId(),
                vehicle.unitName(),
                vehicle.regionCode(),
                vehicle.category(),
                vehicle.energyType(),
                vehicle.brand(),
                vehicle.model(),
                vehicle.registeredOn(),
                idle.idleSince(),
                ChronoUnit.DAYS.between(idle.idleSince(), now),
                rule.days(),
                rule.clause());
    }
}
