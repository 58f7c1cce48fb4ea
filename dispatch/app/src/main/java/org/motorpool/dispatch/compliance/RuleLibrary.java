package org.motorpool.dispatch.compliance;

import java.util.List;
import org.motorpool.dispatch.organisation.RegionCode;

/** Rules of all places, to look at many places at once. */
public record RuleLibrary(List<Rule> rules) {

    public RuleLibrary {
        rules = List.copyOf(rules);
    }

    /** The book of one place. */
    public RuleBook book(String regionCode) {
        List<String> levels = RegionCode.levels(regionCode);
        return RuleBook.of(rules.stream()
                .filter(rule -> levels.contains(rule.head().jurisdiction()))
                .toList());
    }
}
