package org.motorpool.dispatch.compliance;

import java.util.List;
import java.util.function.Predicate;

/** What is counted of an account in a year, by source, kind and energy; how much of it counts is the rule's business. */
public record NevTally(List<Count> counts) {

    public static final NevTally NOTHING = new NevTally(List.of());

    /**
     * Vehicles alike.
     *
     * @param source REGISTERED, PROCURED, OPEN (indicators) or EXEMPT
     * @param kind NEW or RENEWAL
     * @param energy energy type; of OPEN: NEW_ENERGY or ANY; of EXEMPT: the reason
     */
    public record Count(String source, String kind, String energy, int vehicles) {}

    public NevTally {
        counts = List.copyOf(counts);
    }

    int sum(String source, NevRule rule, Predicate<String> energy) {
        return counts.stream()
                .filter(count -> count.source().equals(source)
                        && rule.kinds().contains(count.kind())
                        && energy.test(count.energy()))
                .mapToInt(Count::vehicles)
                .sum();
    }
}
