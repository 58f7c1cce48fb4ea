package org.motorpool.dispatch.settlement;

import org.motorpool.dispatch.sharing.SettlementMode;

/**
 * How settlement goes where an agreement does not say it; a row of the jurisdiction.
 *
 * @param mode of uses by a pool offer; an agreement has its own
 * @param confirmDays after the issue; then an unanswered statement counts as confirmed
 * @param cancelFreeMinutes a requester who cancels earlier than this before departure pays nothing
 * @param cancelFeePercent of the estimated price, for who cancels later
 * @param noShowFeePercent of the estimated price, for who does not appear
 */
public record SettlementRule(
        SettlementMode mode,
        int confirmDays,
        int cancelFreeMinutes,
        int cancelFeePercent,
        int noShowFeePercent,
        String clause) {}
