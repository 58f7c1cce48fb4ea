package org.motorpool.dispatch.compliance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules in force in one place on one day, the most specific first. Rows of the same key apply together, so that a lower level
 * is only ever stricter; a relaxable row has given way to a more specific one.
 */
public record RuleBook(List<Rule> rules) {

    public RuleBook {
        rules = List.copyOf(rules);
    }

    /** The book of all rows in force from the nation down to the place. */
    public static RuleBook of(List<Rule> inForce) {
        List<Rule> kept = new ArrayList<>();
        Set<Object> decided = new HashSet<>();
        inForce.stream().sorted(mostSpecificFirst()).forEach(rule -> {
            boolean first = decided.add(List.of(rule.kind(), rule.key()));
            if (first || !rule.head().relaxable()) {
                kept.add(rule);
            }
        });
        return new RuleBook(kept);
    }

    /** A province's code sorts behind the nation's and before those of its cities and counties; so does each level. */
    private static Comparator<Rule> mostSpecificFirst() {
        return Comparator.comparing((Rule rule) -> rule.head().jurisdiction())
                .reversed()
                .thenComparing(rule -> rule.head().id());
    }

    /** The rows of one kind. */
    public <R extends Rule> List<R> list(Class<R> type) {
        return rules.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Ids of all rows, what a decision keeps. */
    public List<Long> ids() {
        return rules.stream().map(rule -> rule.head().id()).sorted().toList();
    }

    /** Categories, each code once, as the most specific level names it. */
    public List<VehicleCategory> categories() {
        Set<String> seen = new HashSet<>();
        return list(VehicleCategory.class).stream()
                .filter(category -> seen.add(category.code()))
                .sorted(Comparator.comparing(category -> category.head().id()))
                .toList();
    }

    public Optional<VehicleCategory> findCategory(String code) {
        return list(VehicleCategory.class).stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    List<EquipmentLimit> listLimits(String category) {
        return list(EquipmentLimit.class).stream()
                .filter(limit -> limit.category().equals(category))
                .toList();
    }

    /** All rows of a category and tier; each of them must be kept. */
    public List<EquipmentLimit> listLimits(String category, String tier) {
        return listLimits(category).stream()
                .filter(limit -> limit.tier().equals(tier))
                .toList();
    }

    List<RenewalRule> listRenewalRules(String category) {
        return list(RenewalRule.class).stream()
                .filter(rule -> rule.concerns(category))
                .toList();
    }

    /** NEV rules of an account, the most specific first. */
    public List<NevRule> listNevRules(String account) {
        return list(NevRule.class).stream()
                .filter(rule -> rule.account().equals(account))
                .toList();
    }

    /** Whether the energy type counts as new energy: by the rule of the province, else by any; without a rule nothing does. */
    public boolean isNewEnergy(String energyType) {
        return Stream.concat(listNevRules("PROVINCE").stream(), list(NevRule.class).stream())
                .findFirst()
                .map(rule -> rule.counts(energyType))
                .orElse(false);
    }

    /** How a vehicle of the category is used: confidential communication whatever was stated for 机要通信, else as stated. */
    String useClass(String category, String stated) {
        return findCategory(category)
                .filter(known -> known.nationalClass().equals("JYTX"))
                .map(_ -> "CONFIDENTIAL_COMMUNICATION")
                .orElse(stated);
    }

    /** The clause of a check without figures of its own. */
    public String clause(String rule) {
        return list(RuleClause.class).stream()
                .filter(clause -> clause.rule().equals(rule))
                .findFirst()
                .map(Rule::clause)
                .orElseThrow(() -> new IllegalStateException(
                        "no clause is in force for rule %s; see table rule_clause".formatted(rule)));
    }
}
