package org.motorpool.dispatch.compliance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * The share of new-energy vehicles a province's additions of a year must hold.
 *
 * @param threshold 0 to 1, inclusive
 * @param energyTypes what counts as new energy under this version of the rule
 * @param kinds which acquisitions are counted, NEW and RENEWAL
 */
public record NevRule(BigDecimal threshold, Set<String> energyTypes, Set<String> kinds, String clause) {

    public NevRule {
        energyTypes = Set.copyOf(energyTypes);
        kinds = Set.copyOf(kinds);
    }

    /** Whether a vehicle of this energy type counts as new energy. */
    public boolean counts(String energyType) {
        return energyTypes.contains(energyType);
    }

    /** Whether the share is reached; without additions nothing falls short. */
    public boolean isMet(int newEnergy, int additions) {
        return BigDecimal.valueOf(newEnergy).compareTo(threshold.multiply(BigDecimal.valueOf(additions))) >= 0;
    }

    /** How many new-energy vehicles more, themselves additions, bring the share to the threshold; at least 0. */
    public int missing(int newEnergy, int additions) {
        BigDecimal gap = threshold.multiply(BigDecimal.valueOf(additions)).subtract(BigDecimal.valueOf(newEnergy));
        return gap.signum() <= 0
                ? 0
                : gap.divide(BigDecimal.ONE.subtract(threshold), 0, RoundingMode.CEILING)
                        .intValueExact();
    }
}
