package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.store.Provinces;
import org.motorpool.dispatch.compliance.store.Provinces.Additions;
import org.motorpool.dispatch.compliance.store.Quotas;
import org.motorpool.dispatch.compliance.store.RuleBooks;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.UnitCategory;
import org.motorpool.dispatch.registry.VehicleService;

/** Gathers what the rules need to know; reads only, in the session of the decision. */
@ApplicationScoped
class FactFinder {

    /** The rules in force and the facts they judge. */
    record Known(RuleBook rules, AcquisitionFacts facts) {}

    private record Occupancy(int quota, int inUse) {}

    private final RuleBooks books;
    private final Quotas quotas;
    private final Provinces provinces;
    private final VehicleService vehicles;

    FactFinder(RuleBooks books, Quotas quotas, Provinces provinces, VehicleService vehicles) {
        this.books = books;
        this.quotas = quotas;
        this.provinces = provinces;
        this.vehicles = vehicles;
    }

    Uni<Known> gather(Mutiny.Session session, AcquisitionProposal proposal, Unit unit, LocalDate today) {
        return books.load(session, unit.provinceCode(), today).chain(rules -> occupancy(session, proposal, today)
                .chain(occupancy -> additions(session, rules, unit, today).chain(additions -> provinces
                        .name(session, unit.provinceCode())
                        .map(province -> new Known(
                                rules,
                                new AcquisitionFacts(
                                        proposal,
                                        unit.name(),
                                        province,
                                        today.getYear(),
                                        occupancy.quota(),
                                        occupancy.inUse(),
                                        additions.all(),
                                        additions.newEnergy()))))));
    }

    private Uni<Occupancy> occupancy(Mutiny.Session session, AcquisitionProposal proposal, LocalDate today) {
        UnitCategory key = new UnitCategory(proposal.unitId(), proposal.category());
        return quotas.number(session, proposal.unitId(), proposal.category(), today)
                .chain(quota -> vehicles.countInUse(session, List.of(proposal.unitId()))
                        .map(inUse -> new Occupancy(quota, inUse.getOrDefault(key, 0))));
    }

    private Uni<Additions> additions(Mutiny.Session session, RuleBook rules, Unit unit, LocalDate today) {
        NevRule rule = rules.nevRule();
        return rule == null
                ? Uni.createFrom().item(new Additions(0, 0))
                : provinces.additions(session, unit.provinceCode(), today.getYear(), rule);
    }
}
