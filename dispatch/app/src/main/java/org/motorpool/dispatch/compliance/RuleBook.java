package org.motorpool.dispatch.compliance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules in force in one province on one day; provincial rows have already replaced the national ones. */
public record RuleBook(
        List<VehicleCategory> categories,
        List<EquipmentLimit> limits,
        Map<String, String> clauses,
        @Nullable NevRule nevRule) {

    public RuleBook {
        categories = List.copyOf(categories);
        limits = List.copyOf(limits);
        clauses = Map.copyOf(clauses);
    }

    Optional<VehicleCategory> findCategory(String code) {
        return categories.stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    List<EquipmentLimit> listLimits(String category) {
        return limits.stream()
                .filter(limit -> limit.category().equals(category))
                .toList();
    }

    Optional<EquipmentLimit> findLimit(String category, String tier) {
        return listLimits(category).stream()
                .filter(limit -> limit.tier().equals(tier))
                .findFirst();
    }

    /** Whether the energy type counts as new energy; without an NEV rule nothing does. */
    boolean isNewEnergy(String energyType) {
        return nevRule != null && nevRule.counts(energyType);
    }

    String clause(String rule) {
        String clause = clauses.get(rule);
        if (clause == null) {
            throw new IllegalStateException("no clause is in force for rule %s; see table rule_clause".formatted(rule));
        }
        return clause;
    }
}
