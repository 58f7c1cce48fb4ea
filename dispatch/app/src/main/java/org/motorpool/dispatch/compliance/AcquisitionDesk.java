package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.compliance.store.Acquisitions;
import org.motorpool.dispatch.compliance.store.Exemptions;
import org.motorpool.dispatch.compliance.store.Indicators;
import org.motorpool.dispatch.contract.ComplianceApi.Acquisition;
import org.motorpool.dispatch.contract.ComplianceApi.AcquisitionCheck;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.NevApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

/**
 * Decides one acquisition inside one transaction. A province's decisions come one after the other, and so do those of a central
 * department, so that two together cannot slip past a quota or the NEV share. That two cannot consume one indicator does not hang
 * on this: one conditional update decides it.
 */
@Singleton
class AcquisitionDesk {

    /** The decision and the unit it is for. */
    record Decided(Unit unit, Acquisition acquisition) {}

    private final UnitService units;
    private final FactFinder facts;
    private final VehicleFiling filing;
    private final Acquisitions acquisitions;
    private final Indicators indicators;
    private final Exemptions exemptions;
    private final AuditTrail audit;
    private final Clock clock;

    AcquisitionDesk(
            UnitService units,
            FactFinder facts,
            VehicleFiling filing,
            Acquisitions acquisitions,
            Indicators indicators,
            Exemptions exemptions,
            AuditTrail audit,
            Clock clock) {
        this.units = units;
        this.facts = facts;
        this.filing = filing;
        this.acquisitions = acquisitions;
        this.indicators = indicators;
        this.exemptions = exemptions;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Decided> decide(Mutiny.Session session, Scope scope, AcquisitionProposal proposal) {
        return units.getActive(session, proposal.unitId())
                .call(unit -> lock(session, unit, proposal.indicatorId()))
                .chain(unit -> facts.gather(session, proposal, unit, scope.username(), Days.today(clock))
                        .chain(known -> decide(new Case(session, scope, unit, known, Ids.next()))));
    }

    /** What names no indicator, or one that is over, is refused for certain and need not wait for others. */
    private Uni<Void> lock(Mutiny.Session session, Unit unit, @Nullable UUID indicatorId) {
        return indicatorId == null
                ? Uni.createFrom().voidItem()
                : indicators
                        .isOver(session, indicatorId)
                        .chain(over -> over ? Uni.createFrom().voidItem() : acquisitions.lock(session, unit));
    }

    /** What would be decided now; writes nothing, and waits for nobody. */
    Uni<AcquisitionCheck> check(Mutiny.Session session, Scope scope, AcquisitionProposal proposal) {
        return units.getActive(session, proposal.unitId())
                .chain(unit -> facts.gather(session, proposal, unit, scope.username(), Days.today(clock)))
                .map(known -> answer(known.verdict(), NevShareRule.project(known.rules(), known.facts())));
    }

    private static AcquisitionCheck answer(Verdict verdict, List<NevApi.Projection> shares) {
        return switch (verdict) {
            case Verdict.Allowed() -> new AcquisitionCheck("ACCEPTED", List.of(), shares);
            case Verdict.Refused(List<Violation> violations) -> new AcquisitionCheck("REFUSED", violations, shares);
        };
    }

    private record Case(Mutiny.Session session, Scope scope, Unit unit, FactFinder.Known known, UUID acquisitionId) {
        AcquisitionProposal proposal() {
            return known.facts().proposal();
        }
    }

    private Uni<Decided> decide(Case it) {
        return settle(it, it.known().verdict())
                .chain(settled -> keep(it, settled))
                .call(acquisition -> use(it, acquisition))
                .call(acquisition -> audit.note(
                        it.session(),
                        it.scope(),
                        "acquisition-" + acquisition.outcome(),
                        "%s %s".formatted(it.unit().code(), it.proposal().plate())))
                .map(acquisition -> new Decided(it.unit(), acquisition));
    }

    private record Settled(@Nullable UUID vehicleId, List<Violation> violations) {}

    private Uni<Settled> settle(Case it, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed() -> consume(it);
            case Verdict.Refused(List<Violation> violations) -> Uni.createFrom().item(new Settled(null, violations));
        };
    }

    /** The indicator decides: who consumes it puts the vehicle on file, everybody else is refused. */
    private Uni<Settled> consume(Case it) {
        IndicatorFile indicator =
                Objects.requireNonNull(it.known().facts().indicator(), "allowed without an indicator");
        return indicators
                .consume(
                        it.session(),
                        indicator.id(),
                        it.acquisitionId(),
                        it.scope().username(),
                        clock.instant(),
                        Days.today(clock))
                .chain(won -> won
                        ? filing.file(
                                        it.session(),
                                        it.known().facts(),
                                        it.unit(),
                                        it.scope().username())
                                .map(vehicleId -> new Settled(vehicleId, List.of()))
                        : Uni.createFrom()
                                .item(new Settled(
                                        null,
                                        List.of(IndicatorRules.consumed(
                                                it.known().rules(), indicator)))));
    }

    private Uni<Acquisition> keep(Case it, Settled settled) {
        return acquisitions.add(
                it.session(),
                new Decision(
                        it.acquisitionId(),
                        clock.instant(),
                        it.scope().username(),
                        it.unit(),
                        it.proposal(),
                        settled.vehicleId(),
                        settled.violations(),
                        it.known().facts().useClass(),
                        NevShareRule.project(it.known().rules(), it.known().facts()),
                        it.known().rules().ids()));
    }

    private Uni<Void> use(Case it, Acquisition acquisition) {
        UUID exemptionId = acquisition.exemptionId();
        return exemptionId == null || acquisition.vehicleId() == null
                ? Uni.createFrom().voidItem()
                : exemptions
                        .use(it.session(), exemptionId, acquisition.id())
                        .invoke(used -> {
                            if (!used) {
                                throw FactFinder.exemptionUsed(exemptionId);
                            }
                        })
                        .replaceWithVoid();
    }
}
