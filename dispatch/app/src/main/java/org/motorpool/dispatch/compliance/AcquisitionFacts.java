package org.motorpool.dispatch.compliance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know about an acquisition.
 *
 * @param username who asks; an indicator reserved by somebody else is not theirs
 * @param placeName province of the unit, or the nation
 * @param quota vehicles the unit may have in the category
 * @param inUse vehicles of the unit and category that use the quota now; a renewal's old vehicle may be among them
 * @param indicator the indicator named, null without one
 * @param oldVehicle the vehicle a renewal replaces, null for a new one
 * @param exemption the exemption named, null without one
 * @param accounts whose NEV shares it changes, without this one and its indicator
 */
public record AcquisitionFacts(
        AcquisitionProposal proposal,
        String username,
        String unitName,
        String placeName,
        LocalDate today,
        int quota,
        int inUse,
        @Nullable IndicatorFile indicator,
        @Nullable OldVehicle oldVehicle,
        @Nullable ExemptionFile exemption,
        List<NevAccount> accounts) {

    public AcquisitionFacts {
        accounts = List.copyOf(accounts);
    }

    /** How the vehicle will be used, as its indicator says. */
    String useClass() {
        return indicator == null ? "GENERAL" : indicator.terms().useClass();
    }

    /** Whether an exemption takes it out of what the rule counts. */
    boolean isExemptedFrom(NevRule rule) {
        return exemption != null && rule.exemptionReasons().contains(exemption.reason());
    }

    Optional<NevAccount> findAccount(String type) {
        return accounts.stream().filter(account -> account.type().equals(type)).findFirst();
    }
}
