package org.motorpool.dispatch.compliance;

import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.NevApi;

/**
 * The figures of one rule over one account.
 *
 * @param additions vehicles that count this year
 * @param newEnergy those that are new energy
 * @param exempted those with an approved exemption
 * @param open indicators issued and not consumed
 * @param openNewEnergy those that must become new energy
 */
public record NevFigures(int additions, int newEnergy, int exempted, int open, int openNewEnergy) {

    public static NevFigures of(NevRule rule, NevTally tally) {
        return new NevFigures(
                tally.sum(rule.counts(), rule, _ -> true),
                tally.sum(rule.counts(), rule, rule::counts),
                tally.sum("EXEMPT", rule, rule.exemptionReasons()::contains),
                tally.sum("OPEN", rule, _ -> true),
                tally.sum("OPEN", rule, "NEW_ENERGY"::equals));
    }

    /** With one vehicle more, new energy or not. */
    NevFigures plus(int newEnergyMore, int exemptedMore) {
        return new NevFigures(additions + 1, newEnergy + newEnergyMore, exempted + exemptedMore, open, openNewEnergy);
    }

    /** What counts at the year end, net of the exempted. */
    int netTotal() {
        return additions + open - exempted;
    }

    int newEnergyTotal() {
        return newEnergy + openNewEnergy;
    }

    /** Whether the year ends with the share reached, or with too few for the rule to refuse anything. */
    public boolean isMet(NevRule rule) {
        return netTotal() < rule.minAdditions() || rule.isMet(newEnergyTotal(), netTotal());
    }

    /** Share of what is on file, net; null when nothing counts. */
    public @Nullable Double toDate() {
        return share(newEnergy, additions - exempted);
    }

    /** How many of the open indicators must become new energy. */
    public int mustBeNewEnergy(NevRule rule) {
        return Math.clamp(rule.required(netTotal()) - newEnergy, 0, open);
    }

    /** How many new-energy vehicles are missing even when all open indicators become new energy. */
    public int missing(NevRule rule) {
        return rule.missing(newEnergy + open, netTotal());
    }

    /** As REST shows it. */
    public NevApi.Projection view(NevRule rule, NevAccount account) {
        return new NevApi.Projection(
                rule.code(),
                account.type(),
                account.name(),
                rule.clause(),
                additions,
                newEnergy,
                exempted,
                open,
                openNewEnergy,
                share(newEnergyTotal(), additions + open),
                share(newEnergyTotal(), netTotal()),
                rule.threshold().doubleValue(),
                isMet(rule));
    }

    static @Nullable Double share(int part, int whole) {
        return whole <= 0 ? null : (double) part / whole;
    }
}
