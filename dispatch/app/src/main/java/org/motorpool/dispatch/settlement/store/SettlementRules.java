package org.motorpool.dispatch.settlement.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.settlement.SettlementRule;
import org.motorpool.dispatch.sharing.SettlementMode;

/** The settlement rule of a place: the most specific one in force. */
@Singleton
public class SettlementRules {

    private static final String IN_FORCE = """
            select mode, confirm_days, cancel_free_minutes, cancel_fee_percent, no_show_fee_percent, clause from settlement_rule
            where jurisdiction in ?1 and effective_from <= ?2 and (effective_to is null or effective_to > ?2)
            order by jurisdiction = '100000', right(jurisdiction, 4) = '0000', right(jurisdiction, 2) = '00' limit 1
            """;

    /** The rule of the region on the day; the nation has one always. */
    public Uni<SettlementRule> get(Mutiny.Session session, String regionCode, LocalDate day) {
        return session.createNativeQuery(IN_FORCE, Object[].class)
                .setParameter(1, RegionCode.levels(regionCode))
                .setParameter(2, day)
                .getSingleResult()
                .map(row -> new SettlementRule(
                        SettlementMode.valueOf((String) row[0]),
                        (Integer) row[1],
                        (Integer) row[2],
                        (Integer) row[3],
                        (Integer) row[4],
                        (String) row[5]));
    }
}
