package org.motorpool.dispatch.compliance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * The share of new-energy vehicles that the additions of a year must hold.
 *
 * @param code N1, N2, N3, N7, or a local one
 * @param account whose vehicles are counted: PROVINCE, CITY, DEPARTMENT, BUDGET_UNIT, or VEHICLE, each by itself
 * @param counts REGISTERED in the year, or PROCURED
 * @param threshold 0 to 1, inclusive
 * @param energyTypes what counts as new energy under this version of the rule
 * @param hybridCounts whether plain hybrids count too
 * @param kinds which acquisitions are counted, NEW and RENEWAL
 * @param useClasses of account VEHICLE: which use classes; empty for all
 * @param exemptionReasons reasons that take a vehicle out of the net share
 * @param minAdditions the share of fewer is shown and refuses nothing
 */
public record NevRule(
        RuleHead head,
        String code,
        String account,
        String counts,
        BigDecimal threshold,
        Set<String> energyTypes,
        boolean hybridCounts,
        Set<String> kinds,
        Set<String> useClasses,
        Set<String> exemptionReasons,
        int minAdditions)
        implements Rule {

    private static final String PLAIN_HYBRID = "HEV";

    public NevRule {
        energyTypes = Set.copyOf(energyTypes);
        kinds = Set.copyOf(kinds);
        useClasses = Set.copyOf(useClasses);
        exemptionReasons = Set.copyOf(exemptionReasons);
    }

    @Override
    public String key() {
        return code + " " + account;
    }

    /** Whether each vehicle is judged by itself, not a share. */
    public boolean judgesEachVehicle() {
        return account.equals("VEHICLE");
    }

    /** Whether a vehicle of this energy type counts as new energy. */
    public boolean counts(String energyType) {
        return energyTypes.contains(energyType) || (hybridCounts && energyType.equals(PLAIN_HYBRID));
    }

    /** Whether vehicles of this use class are meant. */
    public boolean concerns(String useClass) {
        return useClasses.isEmpty() || useClasses.contains(useClass);
    }

    /** Whether the share is reached; without additions nothing falls short. */
    public boolean isMet(int newEnergy, int additions) {
        return BigDecimal.valueOf(newEnergy).compareTo(threshold.multiply(BigDecimal.valueOf(additions))) >= 0;
    }

    /** How many new-energy vehicles this many additions must hold. */
    public int required(int additions) {
        return threshold
                .multiply(BigDecimal.valueOf(additions))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    /** How many new-energy vehicles more, themselves additions, bring the share to the threshold; at least 0. */
    public int missing(int newEnergy, int additions) {
        BigDecimal gap = threshold.multiply(BigDecimal.valueOf(additions)).subtract(BigDecimal.valueOf(newEnergy));
        BigDecimal gain = BigDecimal.ONE.subtract(threshold);
        if (gap.signum() <= 0) {
            return 0;
        }
        return gain.signum() == 0
                ? gap.setScale(0, RoundingMode.CEILING).intValueExact()
                : gap.divide(gain, 0, RoundingMode.CEILING).intValueExact();
    }
}
