package org.motorpool.planner.bench.day;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.motorpool.planner.search.day.CostTerm;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DaySolution;

/**
 * What sharing brings: the same rides with all of it, and when nobody rides together, nobody crosses a region, each unit is alone. Each
 * ride that no own vehicle serves goes by a rented car, at one tariff for all; so the same people travel in every variant, and what differs
 * is money. Prices between units, and what is only preferred, are no money that the nation spends, and do not count.
 */
final class SharingSaving {

    private static final Set<CostTerm> SPENT = EnumSet.of(
            CostTerm.DRIVING,
            CostTerm.DEADHEAD,
            CostTerm.WAITING,
            CostTerm.OVERTIME,
            CostTerm.VEHICLE,
            CostTerm.DRIVER,
            CostTerm.RENTAL);

    private final DayFacts facts;
    private final Function<DayFacts, DaySolution> search;

    /** @param search plans a day, each with the same time */
    SharingSaving(DayFacts facts, Function<DayFacts, DaySolution> search) {
        this.facts = facts.withRides(MadeRides.rentable(facts));
        this.search = search;
    }

    void tell(ObjectNode json) {
        long spent_fen = tell(json.putObject("shared"), search.apply(facts));
        compare(json, "not_pooled", facts.withRides(MadeRides.exclusive(facts)), spent_fen);
        compare(json, "not_across_regions", facts.withAgreements(inRegion()), spent_fen);
        compare(json, "each_unit_alone", facts.withAgreements(List.of()), spent_fen);
    }

    private List<DayFacts.Agreement> inRegion() {
        return facts.agreements().stream()
                .filter(each -> region(each.owner()) == region(each.user()))
                .toList();
    }

    private int region(int unit) {
        return facts.units().get(unit).region();
    }

    private void compare(ObjectNode json, String name, DayFacts variant, long shared_fen) {
        ObjectNode row = json.putObject(name);
        long spent_fen = tell(row, search.apply(variant));
        row.put("saving_fen", spent_fen - shared_fen)
                .put("saving_percent", DayBench.round(100.0 * (spent_fen - shared_fen) / spent_fen));
    }

    /** @return what the plan spends */
    private static long tell(ObjectNode json, DaySolution solution) {
        long spent_fen = SPENT.stream().mapToLong(solution.cost()::of).sum();
        json.put("vehicles", solution.routes().size())
                .put("rented", solution.rented().size())
                .put("unserved", solution.unserved().size())
                .put(
                        "driving_fen",
                        solution.cost().of(CostTerm.DRIVING) + solution.cost().of(CostTerm.DEADHEAD))
                .put("rental_fen", solution.cost().of(CostTerm.RENTAL))
                .put("spent_fen", spent_fen);
        return spent_fen;
    }
}
