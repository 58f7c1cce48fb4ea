package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.compliance.store.Acquisitions;
import org.motorpool.dispatch.contract.ComplianceApi.Acquisition;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

/**
 * Decides one acquisition inside one transaction. A province's decisions come one after the other, so that two together cannot
 * slip past a quota or the NEV share.
 */
@ApplicationScoped
class AcquisitionDesk {

    /** The decision and the unit it is for. */
    record Decided(Unit unit, Acquisition acquisition) {}

    private final UnitService units;
    private final FactFinder facts;
    private final VehicleFiling filing;
    private final Acquisitions acquisitions;
    private final AuditTrail audit;
    private final Clock clock;

    AcquisitionDesk(
            UnitService units,
            FactFinder facts,
            VehicleFiling filing,
            Acquisitions acquisitions,
            AuditTrail audit,
            Clock clock) {
        this.units = units;
        this.facts = facts;
        this.filing = filing;
        this.acquisitions = acquisitions;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Decided> decide(Mutiny.Session session, Scope scope, AcquisitionProposal proposal) {
        return units.get(session, proposal.unitId())
                .call(unit -> acquisitions.lockProvince(session, unit.provinceCode()))
                .chain(unit -> decide(session, scope, proposal, unit));
    }

    private Uni<Decided> decide(Mutiny.Session session, Scope scope, AcquisitionProposal proposal, Unit unit) {
        return filing.check(session, proposal)
                .chain(_ -> facts.gather(session, proposal, unit, Days.today(clock)))
                .chain(known -> settle(session, proposal, unit, AcquisitionRules.check(known.rules(), known.facts())))
                .chain(settled -> acquisitions.add(
                        session,
                        new Decision(
                                Ids.next(),
                                clock.instant(),
                                scope.username(),
                                unit,
                                proposal,
                                settled.vehicleId(),
                                settled.violations())))
                .call(acquisition -> audit.note(
                        session,
                        scope,
                        "acquisition-" + acquisition.outcome(),
                        "%s %s".formatted(unit.code(), proposal.plate())))
                .map(acquisition -> new Decided(unit, acquisition));
    }

    private record Settled(@Nullable UUID vehicleId, List<Violation> violations) {}

    private Uni<Settled> settle(Mutiny.Session session, AcquisitionProposal proposal, Unit unit, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed() ->
                filing.file(session, proposal, unit, Days.today(clock))
                        .map(vehicleId -> new Settled(vehicleId, List.of()));
            case Verdict.Refused(List<Violation> violations) -> Uni.createFrom().item(new Settled(null, violations));
        };
    }
}
