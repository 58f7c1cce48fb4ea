package org.motorpool.dispatch.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.sharing.SettlementMode;

/**
 * Who pays whom for an order, and how it becomes a statement.
 *
 * @param agreementId null where a pool offer is the basis
 * @param confirmDays the dispute clock, in calendar days after the issue
 */
public record Terms(
        Unit payer,
        Unit payee,
        @Nullable UUID agreementId,
        @Nullable String agreementNumber,
        UUID tariffId,
        int tariffVersion,
        SettlementMode mode,
        int confirmDays) {}
