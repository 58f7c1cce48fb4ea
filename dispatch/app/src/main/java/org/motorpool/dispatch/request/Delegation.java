package org.motorpool.dispatch.request;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ApprovalApi;

/**
 * A delegation 委托审批: what the delegator may decide by themselves, the delegate may from {@code from} to {@code to}. It is not
 * chained: a delegate passes nothing on.
 *
 * @param unitPath the delegator's scope
 * @param roles the delegator's
 */
public record Delegation(
        UUID id,
        UUID accountId,
        String username,
        String name,
        UUID unitId,
        String unitPath,
        Set<String> roles,
        String delegate,
        Instant from,
        Instant to,
        String reason,
        @Nullable Instant revokedAt,
        long version) {

    public Delegation {
        roles = Set.copyOf(roles);
    }

    /** As people see it. */
    public ApprovalApi.Delegation view() {
        return new ApprovalApi.Delegation(id, username, name, delegate, from, to, reason, revokedAt, version);
    }

    ApprovalStep.Person delegator() {
        return new ApprovalStep.Person(accountId, name);
    }
}
